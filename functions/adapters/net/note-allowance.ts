import type { AllowanceWindow, WindowChange } from '../../ports/ledger.ts';
import type { HeldAllowance } from './allowance.ts';
import { endsAt, isOver, reserveOf, saidWindow, startOf } from './allowance-window.ts';
import { type RateSaid, rateSaid } from './rate-said.ts';

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
  if (known === undefined) await beginSaid(held, said, nowMs);
  else if (!isOver(known, nowMs)) await correct(held, known, said, nowMs);
}

/** The network refused: nobody asks until then. */
export async function closeAllowance(
  held: HeldAllowance,
  untilMs: number,
  nowMs: number,
): Promise<void> {
  held.closedUntilMs = untilMs;
  held.lease = { requests: 0, endsMs: untilMs };
  const known = held.view.allowance(held.name)?.window;
  const window = known ?? {
    openedMs: nowMs,
    windowMs: held.grant?.windowMs ?? untilMs - nowMs,
    limit: held.grant?.requests ?? 0,
    aligned: true,
  };
  await replace(
    held,
    {
      window: { ...window, endsMs: untilMs },
      left: 0,
      ...(known !== undefined && { seenEndsMs: known.endsMs }),
    },
    nowMs,
  );
}

/** Answers may come out of order: of one window the lowest count is the newest. */
function newest(before: RateSaid | undefined, said: RateSaid): RateSaid {
  const windowMs = said.endsMs - (before?.endsMs ?? 0);
  if (before === undefined || windowMs > 2_000) return said;
  return before.remaining < said.remaining || windowMs < -2_000 ? before : said;
}

/** The network grants what nobody had told of. Where we were told, others hold it: the next draw tells. */
async function beginSaid(held: HeldAllowance, said: RateSaid, nowMs: number): Promise<void> {
  if (held.grant !== undefined) return;
  const window = saidWindow(said, undefined, nowMs);
  const left = Math.max(0, said.remaining - reserveOf(window.limit));
  await replace(held, { window, left }, nowMs);
}

async function correct(
  held: HeldAllowance,
  known: AllowanceWindow,
  said: RateSaid,
  nowMs: number,
): Promise<void> {
  const limit = said.limit ?? known.limit;
  const isSame = endsAt(known, said.endsMs);
  if (isSame && limit === known.limit) return;
  const next = isSame ? { ...known, limit } : saidWindow(said, known, nowMs);
  await replace(held, { window: next, seenEndsMs: known.endsMs }, nowMs);
  const more = startOf(next.limit) - startOf(known.limit);
  if (more !== 0) await grantMore(held, more, next.endsMs, nowMs);
}

async function replace(held: HeldAllowance, change: WindowChange, nowMs: number): Promise<void> {
  const { view, name, lease } = held;
  const entry = await view.ledger.replaceWindow(view.credential, name, change);
  if (entry === undefined) return view.forget(name);
  view.hear(entry, nowMs);
  if (lease.endsMs === change.seenEndsMs) held.lease = { ...lease, endsMs: change.window.endsMs };
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
