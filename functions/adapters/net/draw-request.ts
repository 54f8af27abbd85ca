import type { Allowance, Draw } from '../../ports/ledger.ts';
import { type HeldAllowance, leased, nearlySpent, spare, spendLease } from './allowance.ts';
import { endsAt, leaseSize, reserveOf } from './allowance-window.ts';

/** Draws one request near the end of a window. @returns whether it was had: the window still stands */
export async function drawLate(
  held: HeldAllowance,
  { window }: Allowance,
  nowMs: number,
): Promise<boolean> {
  const drawn = await draw(held, { requests: 1, late: 1, endsMs: window.endsMs }, nowMs);
  if (drawn === undefined) return false;
  if (drawn.left >= 0 && drawn.late <= reserveOf(window.limit)) return true;
  throw nearlySpent(held, window.endsMs);
}

/** Draws several requests at once and uses one. @returns whether it was had */
export async function drawLease(
  held: HeldAllowance,
  { window, left }: Allowance,
  nowMs: number,
): Promise<boolean> {
  const { endsMs } = window;
  const unused = leased(held, window);
  const requests = leaseSize(left + unused) - unused;
  // Not to be spent by another request while this one waits.
  held.lease = { requests: 0, endsMs };
  const drawn = await draw(held, { requests, late: 0, endsMs }, nowMs);
  if (drawn === undefined) return false;
  const own = unused + Math.min(requests, requests + Math.min(0, drawn.left));
  const most = await lowerToSaid(held, drawn, nowMs);
  held.lease = { requests: Math.max(0, Math.min(leased(held, window) + own, most)), endsMs };
  return spendLease(held, nowMs);
}

/** Where others ask with the same credential, the network's count is lower than ours. */
async function lowerToSaid(
  held: HeldAllowance,
  { window, left }: Allowance,
  nowMs: number,
): Promise<number> {
  const { view, name, said } = held;
  if (said === undefined || !endsAt(window, said.endsMs)) return Number.POSITIVE_INFINITY;
  const most = spare(held, nowMs);
  if (left <= most) return most;
  await view.ledger.lower(view.credential, name, most, window.endsMs);
  view.setLeft(name, most);
  return most;
}

/** @returns the allowance after it; undefined if the window that is meant does not stand */
export async function draw(
  { view, name }: HeldAllowance,
  wanted: Omit<Draw, 'allowance'>,
  nowMs: number,
): Promise<Allowance | undefined> {
  const entry = await view.ledger.draw(view.credential, { allowance: name, ...wanted });
  if (entry === undefined) view.forget(name);
  else view.hear(entry, nowMs);
  return entry?.allowances[name];
}
