/** When a source's watches count as rising together. */
export type TideSettings = {
  /** Rises within so long of each other are one tide, milliseconds. */
  readonly windowMs: number;
  /** Watches that must have risen, whatever their share: a small source never surges. */
  readonly minRose: number;
  /** Shares of the source's watches, in (0, 1]: from here on the tide rises; from here on it is a surge. */
  readonly minShare: Readonly<Record<'rising' | 'surge', number>>;
  /** How long after its rise a suspicion waits for what the tide becomes, milliseconds. */
  readonly settleMs: Readonly<Record<'calm' | 'rising', number>>;
  /** A surge that begins so soon after the last is the same one, and is not told again, milliseconds. */
  readonly quietMs: number;
};

/** Watches of one source that rose within one window. */
export type Tide = {
  readonly rose: number;
  /** Watches that could have risen. */
  readonly watched: number;
};

/** `rising`: too many rose to take each for itself, and too few yet to lay it to the source. */
export type TideState = 'calm' | 'rising' | 'surge';

/** Rises that belong together, by the first and the last, epoch milliseconds. */
export type Company = { readonly rose: number; readonly fromMs: number; readonly untilMs: number };

/** A stretch in which a source's watches rose together. */
export type TideSpan = Tide & Company;

const MINUTE_MS = 60_000;

/**
 * Did so many watches rise together that the cause is the source, or the world, and not each hashtag?
 * Never calmer for more that rose, never rougher for more that were watched.
 */
export function tideState({ rose, watched }: Tide, settings: TideSettings): TideState {
  if (rose < settings.minRose) return 'calm';
  if (rose >= settings.minShare.surge * watched) return 'surge';
  return rose >= settings.minShare.rising * watched ? 'rising' : 'calm';
}

/** When a burst could first be seen: the end of the bucket that raised it, epoch milliseconds. */
export function riseMsOf(burst: {
  readonly startMs: number;
  readonly bucketMinutes: number;
}): number {
  return burst.startMs + burst.bucketMinutes * MINUTE_MS;
}

/**
 * Where a rise's company may lie, [fromMs, toMs). Rises of the minute of `atMs` are left out: they are
 * still being noted, and a count must not depend on who was faster.
 */
export function reachOf(
  riseMs: number,
  atMs: number,
  { windowMs }: TideSettings,
): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: riseMs - windowMs + 1, toMs: Math.min(riseMs + windowMs, atMs) };
}

/** Whether no later rise can be of this one's company. */
export function isTideOver(riseMs: number, atMs: number, { windowMs }: TideSettings): boolean {
  return atMs >= riseMs + windowMs;
}

/**
 * The fullest window that holds a rise, the earliest of equals.
 *
 * @param rises of the same source within reach, ascending, epoch milliseconds
 */
export function companyOf(
  riseMs: number,
  rises: readonly number[],
  { windowMs }: TideSettings,
): Company {
  let best: Company = { rose: 0, fromMs: riseMs, untilMs: riseMs };
  let end = 0;
  for (const [index, fromMs] of rises.entries()) {
    if (fromMs > riseMs) break;
    while ((rises[end] ?? Number.POSITIVE_INFINITY) < fromMs + windowMs) end += 1;
    const rose = end - index;
    const holds = riseMs < fromMs + windowMs;
    if (holds && rose > best.rose) best = { rose, fromMs, untilMs: rises[end - 1] ?? fromMs };
  }
  return best;
}

/** Whether a surge goes on from the last one of its source, which was told. */
export function isSameSurge(
  last: Company,
  next: Company,
  { quietMs }: Pick<TideSettings, 'quietMs'>,
): boolean {
  return next.fromMs - last.untilMs < quietMs;
}

/** A surge with what was counted since: its whole stretch, and the fullest window of it. */
export function joinSurge(last: TideSpan, next: TideSpan): TideSpan {
  const { rose, watched } = next.rose > last.rose ? next : last;
  return {
    rose,
    watched,
    fromMs: Math.min(last.fromMs, next.fromMs),
    untilMs: Math.max(last.untilMs, next.untilMs),
  };
}

/**
 * Every surge among the rises of one source, each of which is told once: what a monitor says that looks at
 * every rise as it comes.
 *
 * @param riseMs a time a rise, in any order, epoch milliseconds; a watch that rose twice counts twice
 * @param watched watches of the source
 */
export function surgesAmong(
  riseMs: readonly number[],
  watched: number,
  settings: TideSettings,
): readonly TideSpan[] {
  const rises = riseMs.toSorted((one, other) => one - other);
  const surges: TideSpan[] = [];
  let first = 0;
  for (const [index, untilMs] of rises.entries()) {
    while ((rises[first] ?? untilMs) <= untilMs - settings.windowMs) first += 1;
    const now = { rose: index - first + 1, watched, fromMs: rises[first] ?? untilMs, untilMs };
    if (tideState(now, settings) === 'surge') addSurge(surges, now, settings);
  }
  return surges;
}

function addSurge(surges: TideSpan[], next: TideSpan, settings: TideSettings): void {
  const last = surges.at(-1);
  if (last === undefined || !isSameSurge(last, next, settings)) surges.push(next);
  else surges.splice(-1, 1, joinSurge(last, next));
}
