import type { AllowanceWindow } from '../../ports/ledger.ts';
import type { Grant } from './net-options.ts';
import type { RateSaid } from './rate-said.ts';

/** Servers write seconds, of the end and of their own time: an end is known up to three of them too late. */
const END_FUZZ_MS = 3_000;

/** And a request is on its way for up to one. */
const UNDER_WAY_MS = 1_000;

/** Of short windows that much would be too much. */
const MOST_LATE_SHARE = 1 / 10;

/** Left to whoever else asks with this credential, and to requests counted in the next window. */
const RESERVED_SHARE = 1 / 20;

const MOST_LEASED = 10;

/** Requests of a window of `limit` that nobody draws, at least one. */
export function reserveOf(limit: number): number {
  return Math.max(1, Math.ceil(limit * RESERVED_SHARE));
}

/** Requests of a window of `limit` that may be drawn. */
export function startOf(limit: number): number {
  return Math.max(0, limit - reserveOf(limit));
}

export function isOver({ endsMs }: AllowanceWindow, nowMs: number): boolean {
  return nowMs >= endsMs;
}

/** So near the end that the network may count a request in the next window: few are sent then, each drawn alone. */
export function isLate({ endsMs, windowMs }: AllowanceWindow, nowMs: number): boolean {
  return nowMs >= endsMs - Math.min(END_FUZZ_MS + UNDER_WAY_MS, windowMs * MOST_LATE_SHARE);
}

/** Requests drawn at once, fewer as they run out, so that one poller does not hold what others lack. */
export function leaseSize(left: number): number {
  return Math.min(MOST_LEASED, Math.max(1, Math.floor(left / 32)));
}

/** Whether a window is the one that was said to end then. */
export function endsAt({ endsMs, windowMs }: AllowanceWindow, saidMs: number): boolean {
  return Math.abs(saidMs - endsMs) <= Math.min(END_FUZZ_MS, windowMs * MOST_LATE_SHARE);
}

/** The first window of an allowance, begun by a request: the network's headers soon say better. */
export function firstWindow({ requests, windowMs }: Grant, nowMs: number): AllowanceWindow {
  return { openedMs: nowMs, endsMs: nowMs + windowMs, windowMs, limit: requests, aligned: false };
}

/** The window of a request at `nowMs`, after one that is over. */
export function nextWindow(last: AllowanceWindow, nowMs: number): AllowanceWindow {
  const { windowMs, aligned, endsMs } = last;
  const past = Math.floor((nowMs - endsMs) / windowMs) + 1;
  // One that begins with our request begins when it arrives, up to a second from now.
  const nextMs = aligned ? endsMs + past * windowMs : nowMs + windowMs + UNDER_WAY_MS;
  return { ...last, openedMs: nowMs, endsMs: nextMs };
}

/** The window as the network says it is. */
export function saidWindow(
  said: RateSaid,
  known: AllowanceWindow | undefined,
  nowMs: number,
): AllowanceWindow {
  const openedMs = known?.openedMs ?? nowMs;
  const atLeastMs = Math.max(known?.windowMs ?? 0, wholeMinutes(said.endsMs - nowMs));
  const windowMs = said.windowMs ?? atLeastMs;
  const limit = said.limit ?? Math.max(known?.limit ?? 0, said.remaining);
  const begunByUs = { openedMs, endsMs: openedMs + windowMs, windowMs, limit, aligned: false };
  const aligned = endsRound(said.endsMs, windowMs) || !endsAt(begunByUs, said.endsMs);
  return { ...begunByUs, endsMs: said.endsMs, aligned };
}

/** Windows that follow one another end at multiples of their length, on all networks known to us. */
export function endsRound(endsMs: number, windowMs: number): boolean {
  return endsMs % windowMs <= END_FUZZ_MS;
}

function wholeMinutes(ms: number): number {
  return Math.max(1, Math.floor(ms / 60_000)) * 60_000;
}
