import type { AllowanceWindow } from '../../ports/ledger.ts';
import type { HeldAllowance } from './allowance.ts';
import {
  endsAt,
  endsRound,
  isLate,
  isOver,
  reserveOf,
  saidWindow,
  startOf,
} from './allowance-window.ts';
import { type RateSaid, rateSaid } from './rate-said.ts';
import { replaceWindow } from './replace-window.ts';

/** Sets an allowance's window right by what the network says of it: written only where they differ. */
export async function noteHeaders(
  held: HeldAllowance,
  headers: Headers,
  nowMs: number,
): Promise<void> {
  const said = rateSaid(headers, nowMs);
  if (said === undefined || said.endsMs <= nowMs) return;
  held.said = newest(held.said, said);
  const known = held.view.allowance(held.name)?.window;
  const isRunning = known !== undefined && !isOver(known, nowMs);
  if (isRunning && known.limit > 0) await correct(held, known, said, nowMs);
  else if (!isRunning) await beginSaid(held, said, nowMs);
}

/** Ends of one window, each read off another answer, lie so near. */
const SAME_END_MS = 3_000;

/** Answers may come out of order: of one window the lowest count is the newest. */
function newest(before: RateSaid | undefined, said: RateSaid): RateSaid {
  if (before === undefined || said.endsMs > before.endsMs + SAME_END_MS) return said;
  const isEarlier = said.endsMs < before.endsMs - SAME_END_MS;
  return isEarlier || before.remaining < said.remaining ? before : said;
}

/** The network grants what nobody had told of. Where we were told, others hold it: the next draw tells. */
async function beginSaid(held: HeldAllowance, said: RateSaid, nowMs: number): Promise<void> {
  if (held.grant !== undefined) return;
  const window = saidWindow(said, undefined, nowMs);
  const left = Math.max(0, said.remaining - reserveOf(window.limit));
  const closed = held.view.allowance(held.name)?.window;
  const seen = closed === undefined ? {} : { seenEndsMs: closed.endsMs };
  await replaceWindow(held, { window, left, ...seen }, nowMs);
}

async function correct(
  held: HeldAllowance,
  known: AllowanceWindow,
  said: RateSaid,
  nowMs: number,
): Promise<void> {
  const limit = said.limit ?? known.limit;
  const isSame = endsAt(known, said.endsMs);
  const aligned = known.aligned || endsRound(said.endsMs, known.windowMs);
  if (isSame && limit === known.limit && aligned === known.aligned) return;
  if (!isSame && isLate(known, nowMs)) return turnOver(held, known, said, nowMs);
  const next = isSame ? { ...known, limit, aligned } : saidWindow(said, known, nowMs);
  await replaceWindow(held, { window: next, seenEndsMs: known.endsMs }, nowMs);
  const more = startOf(next.limit) - startOf(known.limit);
  if (more !== 0) await grantMore(held, more, next.endsMs, nowMs);
}

/** Near its end a window that ends later is the next: it has begun a little before we thought. */
async function turnOver(
  held: HeldAllowance,
  known: AllowanceWindow,
  said: RateSaid,
  nowMs: number,
): Promise<void> {
  if (said.endsMs < known.endsMs) return;
  const limit = said.limit ?? known.limit;
  const window = { ...known, limit, openedMs: nowMs, endsMs: said.endsMs };
  const left = Math.max(0, Math.min(startOf(limit), said.remaining - reserveOf(limit)));
  held.lease = { requests: 0, endsMs: known.endsMs };
  await replaceWindow(held, { window, left, seenEndsMs: known.endsMs }, nowMs);
}

/** Less, where it is negative. */
async function grantMore(
  { view, name }: HeldAllowance,
  more: number,
  endsMs: number,
  nowMs: number,
): Promise<void> {
  const draw = { allowance: name, requests: -more, late: 0, endsMs };
  const entry = await view.ledger.draw(view.credential, draw);
  if (entry !== undefined) view.hear(entry, nowMs);
}
