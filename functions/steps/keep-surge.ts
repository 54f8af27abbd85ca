import { counterOf, type Rise } from '../model/surge.ts';
import type { Watch } from '../model/watch.ts';
import type { PublishDue } from '../ports/messages.ts';
import type { Queue } from '../ports/queue.ts';
import type { TideStore } from '../ports/tide-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import type { TideSettings, TideSpan } from '../signals/tide.ts';
import { amendTide } from './amend-tide.ts';
import { nextSurge } from './next-surge.ts';

export type TidePorts = {
  readonly tides: TideStore;
  readonly watches: Pick<WatchStore, 'count'>;
  readonly publish: Queue<PublishDue>;
};

type Counter = Pick<Watch, 'source' | 'place'>;

/** Watches are added and removed by the day; counting them reads them all. */
const COUNTED_ANEW_MS = 3_600_000;

/** Watches of a source and place that could rise, as counted within the hour. */
export async function watchedNow(
  of: Counter,
  atMs: number,
  ports: Pick<TidePorts, 'tides' | 'watches'>,
): Promise<number> {
  const known = await ports.tides.get(counterOf(of));
  if (known !== undefined && Math.abs(atMs - known.watchedMs) < COUNTED_ANEW_MS)
    return known.watched;
  const watched = await ports.watches.count(of.source, of.place);
  await amendTide(ports.tides, of, (tide) => ({ ...tide, watched, watchedMs: atMs }));
  return watched;
}

/**
 * Keeps a surge with its source: a new one with a notice that is still to be told, or what was counted
 * since of the one that was.
 */
export async function keepSurge(
  of: Counter,
  span: TideSpan,
  rises: readonly Rise[],
  atMs: number,
  { tides, publish }: Pick<TidePorts, 'tides' | 'publish'>,
  settings: TideSettings,
): Promise<void> {
  let isNew = false;
  await amendTide(tides, of, (tide) => {
    const surge = nextSurge(of, tide.surge, span, rises, atMs, settings);
    isNew = surge.notice.noticeId !== tide.surge?.notice.noticeId;
    return surge === tide.surge ? tide : { ...tide, surge };
  });
  // By the one that raised it alone, lest mail come twice; what a crash leaves here is swept up.
  if (isNew) await publish.send([{ surgeOf: counterOf(of), atMs }]);
}
