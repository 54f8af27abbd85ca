import { SourceError } from '../../model/errors.ts';
import type { AllowanceWindow } from '../../ports/ledger.ts';
import { isLate, isOver, reserveOf, startOf } from './allowance-window.ts';
import type { Grant } from './net-options.ts';
import type { RateSaid } from './rate-said.ts';
import type { SharedView } from './shared-view.ts';

/** One allowance as this client holds it, beside what all share in the ledger. */
export type HeldAllowance = {
  readonly host: string;
  readonly name: string;
  readonly view: SharedView;
  readonly grant: Grant | undefined;
  /** Drawn and not yet used, of the window that ends then. */
  lease: { readonly requests: number; readonly endsMs: number };
  /** The network's newest word. */
  said: RateSaid | undefined;
  /** The network refused until then. */
  closedUntilMs: number;
};

/** What was drawn of a window and is not used yet. */
export function leased({ lease }: HeldAllowance, { endsMs }: AllowanceWindow): number {
  return lease.endsMs === endsMs ? lease.requests : 0;
}

/** Uses one of the requests drawn before. What was drawn long ago says nothing of a server that failed since. */
export function spendLease(held: HeldAllowance, nowMs: number): boolean {
  const window = held.view.allowance(held.name)?.window;
  if (window === undefined || leased(held, window) === 0 || !held.view.isFresh(nowMs)) return false;
  if (isLate(window, nowMs)) return false;
  held.lease = { ...held.lease, requests: held.lease.requests - 1 };
  return true;
}

/** The network's own count of what is left above the reserve; infinite where it did not say. */
export function spare({ said, view, name, grant }: HeldAllowance, nowMs: number): number {
  if (said === undefined || nowMs >= said.endsMs) return Number.POSITIVE_INFINITY;
  const granted = view.allowance(name)?.window.limit ?? grant?.requests ?? said.remaining;
  return Math.max(0, said.remaining - reserveOf(said.limit ?? granted));
}

/** Until when there is nothing left; undefined if there is something. */
export function spentUntil(held: HeldAllowance, nowMs: number): number | undefined {
  if (nowMs < held.closedUntilMs) return held.closedUntilMs;
  if (spare(held, nowMs) === 0) return held.said?.endsMs;
  const known = held.view.allowance(held.name);
  if (known === undefined || isOver(known.window, nowMs)) return undefined;
  return known.left <= 0 && leased(held, known.window) === 0 ? known.window.endsMs : undefined;
}

/** Requests left; infinite where nobody said. */
export function requestsLeft(held: HeldAllowance, nowMs: number): number {
  if (spentUntil(held, nowMs) !== undefined) return 0;
  const known = held.view.allowance(held.name);
  if (known !== undefined && !isOver(known.window, nowMs))
    return Math.min(spare(held, nowMs), Math.max(0, known.left) + leased(held, known.window));
  const limit = known?.window.limit || held.grant?.requests;
  return limit === undefined ? spare(held, nowMs) : startOf(limit);
}

export function nearlySpent({ host }: HeldAllowance, retryAtMs: number): SourceError {
  return new SourceError(`${host}: the rate limit is nearly spent`, {
    retryable: true,
    retryAtMs,
  });
}
