import { SourceError } from '../../model/errors.ts';
import type { Allowance, AllowanceWindow, Draw } from '../../ports/ledger.ts';
import {
  type HeldAllowance,
  leased,
  nearlySpent,
  spare,
  spendLease,
  spentUntil,
} from './allowance.ts';
import {
  endsAt,
  firstWindow,
  isLate,
  isOver,
  leaseSize,
  nextWindow,
  reserveOf,
  startOf,
} from './allowance-window.ts';

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
  if (known === undefined) return open(held, firstWindow(held.grant, nowMs), nowMs);
  return known.left >= 0 && !isLate(known.window, nowMs);
}

/** Nobody has said that there is a limit, unless others heard of one by now. */
async function goUncounted({ view, name }: HeldAllowance, nowMs: number): Promise<boolean> {
  if (view.isFresh(nowMs)) return true;
  view.hear(await view.ledger.read(view.credential), nowMs);
  return view.allowance(name) === undefined;
}

/** A window without a limit is a refusal of a network that never said what it grants. */
async function openNext(
  held: HeldAllowance,
  last: AllowanceWindow,
  nowMs: number,
): Promise<boolean> {
  if (last.limit > 0) return open(held, nextWindow(last, nowMs), nowMs, last);
  return held.grant === undefined || open(held, firstWindow(held.grant, nowMs), nowMs, last);
}

async function open(
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

async function drawLate(
  held: HeldAllowance,
  { window }: Allowance,
  nowMs: number,
): Promise<boolean> {
  const drawn = await draw(held, { requests: 1, late: 1, endsMs: window.endsMs }, nowMs);
  if (drawn === undefined) return false;
  if (drawn.left >= 0 && drawn.late <= reserveOf(window.limit)) return true;
  throw nearlySpent(held, window.endsMs);
}

async function drawLease(
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

async function draw(
  { view, name }: HeldAllowance,
  wanted: Omit<Draw, 'allowance'>,
  nowMs: number,
): Promise<Allowance | undefined> {
  const entry = await view.ledger.draw(view.credential, { allowance: name, ...wanted });
  if (entry === undefined) view.forget(name);
  else view.hear(entry, nowMs);
  return entry?.allowances[name];
}
