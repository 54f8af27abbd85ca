import { SourceError } from '../../model/errors.ts';
import { type HeldAllowance, nearlySpent, spendLease, spentUntil } from './allowance.ts';
import { firstWindow, isLate, isOver } from './allowance-window.ts';
import { draw, drawLate, drawLease } from './draw-request.ts';
import { openNext, openWindow } from './open-window.ts';

/** Others are faster a few times in a row at most. */
const MOST_TRIES = 8;

/**
 * Takes one request of an allowance: of those drawn before, else of the ledger.
 *
 * @throws {SourceError} retryable, if there is none left in this window
 */
export async function takeRequest(held: HeldAllowance, nowMs: number): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const untilMs = spentUntil(held, nowMs);
    if (untilMs !== undefined) throw nearlySpent(held, untilMs);
    if (spendLease(held, nowMs) || (await drawOne(held, nowMs))) return;
  }
  throw new SourceError(`${held.host}: too many ask at once`, { retryable: true });
}

/** @returns whether one request was had, as do all below; if not, what is known has changed */
async function drawOne(held: HeldAllowance, nowMs: number): Promise<boolean> {
  const known = held.view.allowance(held.name);
  if (known === undefined) return drawUnknown(held, nowMs);
  if (isOver(known.window, nowMs)) return openNext(held, known.window, nowMs);
  return isLate(known.window, nowMs) ? drawLate(held, known, nowMs) : drawLease(held, known, nowMs);
}

async function drawUnknown(held: HeldAllowance, nowMs: number): Promise<boolean> {
  if (held.grant === undefined) return goUncounted(held, nowMs);
  const known = await draw(held, { requests: 1, late: 0 }, nowMs);
  if (known === undefined) return openWindow(held, firstWindow(held.grant, nowMs), nowMs);
  return known.left >= 0 && !isLate(known.window, nowMs);
}

/** Nobody has said that there is a limit, unless others heard of one by now. */
async function goUncounted({ view, name }: HeldAllowance, nowMs: number): Promise<boolean> {
  if (view.isFresh(nowMs)) return true;
  view.hear(await view.ledger.read(view.credential), nowMs);
  return view.allowance(name) === undefined;
}
