/** When a source's watches count as rising together. */
export type TideSettings = {
  /** Rises within so long of each other are one tide, milliseconds. */
  readonly windowMs: number;
  /** Watches that must have risen, whatever their share: a small source never surges. */
  readonly minRose: number;
  /** Share of the source's watches that must have risen, in (0, 1]. */
  readonly minShare: number;
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

/** `rising`: too many rose to be sure of each alone, and too few to lay it to the source. */
export type TideState = 'calm' | 'rising' | 'surge';

/** A stretch in which a source's watches rose together. Times are those of the first and last rise, epoch milliseconds. */
export type TideSpan = Tide & { readonly fromMs: number; readonly untilMs: number };

const MINUTE_MS = 60_000;

/**
 * Did so many watches rise together that the cause is the source, or the world, and not each hashtag?
 * Never calmer for more that rose, never rougher for more that were watched.
 */
export function tideState({ rose, watched }: Tide, settings: TideSettings): TideState {
  if (rose < settings.minRose) return 'calm';
  return rose >= settings.minShare * watched ? 'surge' : 'rising';
}

/** When a burst could first be seen: the end of the bucket that raised it, epoch milliseconds. */
export function riseMsOf(burst: {
  readonly startMs: number;
  readonly bucketMinutes: number;
}): number {
  return burst.startMs + burst.bucketMinutes * MINUTE_MS;
}

/**
 * The window in which a rise's company is counted, [fromMs, toMs): the last one while it is fresh, and
 * in the end the one around it. Rises of the minute of `atMs` are left out: they are still being noted,
 * and a count must not depend on who was faster.
 */
export function tideWindow(
  riseMs: number,
  atMs: number,
  { windowMs }: TideSettings,
): { readonly fromMs: number; readonly toMs: number } {
  const toMs = Math.min(atMs, riseMs + windowMs / 2);
  return { fromMs: toMs - windowMs, toMs };
}

/** Whether later rises can no longer change the company of this one. */
export function isTideOver(riseMs: number, atMs: number, { windowMs }: TideSettings): boolean {
  return atMs >= riseMs + windowMs / 2;
}

/** Whether a surge goes on from the last one of its source, which was told. */
export function isSameSurge(
  last: TideSpan,
  next: TideSpan,
  { quietMs }: Pick<TideSettings, 'quietMs'>,
): boolean {
  return next.fromMs - last.untilMs < quietMs;
}

/** A surge with what was counted since: its whole stretch, and the fullest window of it. */
export function joinSurge(last: TideSpan, next: TideSpan): TideSpan {
  const { rose, watched } = next.rose > last.rose ? next : last;
  return {
    fromMs: Math.min(last.fromMs, next.fromMs),
    untilMs: Math.max(last.untilMs, next.untilMs),
    rose,
    watched,
  };
}

/**
 * Every surge among the rises of one source: what a monitor that looked at each rise would have told.
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
    const now = { fromMs: rises[first] ?? untilMs, untilMs, rose: index - first + 1, watched };
    if (tideState(now, settings) === 'surge') addSurge(surges, now, settings);
  }
  return surges;
}

function addSurge(surges: TideSpan[], next: TideSpan, settings: TideSettings): void {
  const last = surges.at(-1);
  if (last === undefined || !isSameSurge(last, next, settings)) surges.push(next);
  else surges.splice(-1, 1, joinSurge(last, next));
}
