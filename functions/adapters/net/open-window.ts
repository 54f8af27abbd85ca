import type { AllowanceWindow } from '../../ports/ledger.ts';
import type { HeldAllowance } from './allowance.ts';
import { firstWindow, leaseSize, nextWindow, startOf } from './allowance-window.ts';

/** A window without a limit is a refusal of a network that never said what it grants. */
export async function openNext(
  held: HeldAllowance,
  last: AllowanceWindow,
  nowMs: number,
): Promise<boolean> {
  if (last.limit > 0) return openWindow(held, nextWindow(last, nowMs), nowMs, last);
  return held.grant === undefined || openWindow(held, firstWindow(held.grant, nowMs), nowMs, last);
}

/** @returns whether one request was had: no other was faster */
export async function openWindow(
  held: HeldAllowance,
  window: AllowanceWindow,
  nowMs: number,
  seen?: AllowanceWindow,
): Promise<boolean> {
  const { view, name } = held;
  const start = startOf(window.limit);
  // Until the network has answered once, its first window is a guess.
  const requests = seen === undefined ? 1 : leaseSize(start);
  const entry = await view.ledger.replaceWindow(view.credential, name, {
    window,
    left: start - requests,
    ...(seen !== undefined && { seenEndsMs: seen.endsMs }),
  });
  if (entry === undefined) {
    view.forget(name);
    return false;
  }
  view.hear(entry, nowMs);
  held.lease = { requests: requests - 1, endsMs: window.endsMs };
  return true;
}
