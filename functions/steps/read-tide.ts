import type { Burst } from '../model/burst.ts';
import { counterOf, type Rise, type RoseTogether } from '../model/surge.ts';
import {
  companyOf,
  isTideOver,
  reachOf,
  riseMsOf,
  type TideSettings,
  type TideSpan,
  tideState,
} from '../signals/tide.ts';
import type { AlertHistory } from '../verdict/decide-alert.ts';
import { keepSurge, type TidePorts, watchedNow } from './keep-surge.ts';

export type TideReading = {
  readonly tide: AlertHistory['tide'];
  /** What the burst's mark should be. */
  readonly surge: RoseTogether | null;
};

/**
 * Did a burst rise with most hashtags of its source? A surge that is found is kept, and handed on to be
 * told if it is a new one.
 *
 * A burst once marked stays so; it is counted once more when no later rise can be of its company.
 */
export async function readTide(
  burst: Burst,
  atMs: number,
  ports: TidePorts,
  settings: TideSettings,
): Promise<TideReading> {
  const riseMs = riseMsOf(burst);
  if (isKnown(burst, riseMs, atMs, settings)) {
    return { tide: burst.surge === null ? 'alone' : 'surge', surge: burst.surge };
  }
  const { fromMs, toMs } = reachOf(riseMs, atMs, settings);
  const rises = await ports.tides.rises(counterOf(burst), fromMs, toMs);
  const span = await spanOf(burst, riseMs, rises, atMs, ports, settings);
  const state = tideState(span, settings);
  if (state === 'surge') {
    await keepSurge(burst, span, within(rises, span), atMs, ports, settings);
    return { tide: 'surge', surge: fuller(burst.surge, span) };
  }
  if (burst.surge !== null) return { tide: 'surge', surge: burst.surge };
  const canSurge = async () => (await watchedNow(burst, atMs, ports)) >= settings.minRose;
  const waits = atMs < riseMs + settings.settleMs[state] && (await canSurge());
  return { tide: waits ? 'unsettled' : 'alone', surge: null };
}

/** Nothing that was not counted before can be counted now, or it would change nothing yet. */
function isKnown(burst: Burst, riseMs: number, atMs: number, settings: TideSettings): boolean {
  if (isTideOver(riseMs, burst.assessedUntilMs, settings)) return true;
  return burst.surge !== null && !isTideOver(riseMs, atMs, settings);
}

/** How many watches there are is asked only where it matters. */
async function spanOf(
  burst: Burst,
  riseMs: number,
  rises: readonly Rise[],
  atMs: number,
  ports: TidePorts,
  settings: TideSettings,
): Promise<TideSpan> {
  const times = rises.map((rise) => rise.atMs);
  const company = companyOf(riseMs, times, settings);
  if (company.rose < settings.minRose) return { ...company, watched: company.rose };
  const watched = await watchedNow(burst, atMs, ports);
  return { ...company, watched: Math.max(watched, company.rose) };
}

function within(rises: readonly Rise[], { fromMs, untilMs }: TideSpan): readonly Rise[] {
  return rises.filter((rise) => rise.atMs >= fromMs && rise.atMs <= untilMs);
}

function fuller(before: RoseTogether | null, { rose, watched }: RoseTogether): RoseTogether {
  return before !== null && before.rose > rose ? before : { rose, watched };
}
