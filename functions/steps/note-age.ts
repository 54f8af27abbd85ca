import type { Baseline } from '../model/baseline.ts';
import { type BaselineAge, baselineAge, isSameAge } from '../model/baseline-age.ts';
import type { Watch } from '../model/watch.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { amendWatch } from './amend-watch.ts';

/**
 * Keeps with the watch how old its baseline is. It changes some three times in the life of a watch,
 * so that most polls write nothing.
 *
 * @param needed buckets learned after which a baseline is young no more
 * @returns the age where it is news
 */
export async function noteAge(
  watch: Watch,
  baseline: Baseline,
  needed: number,
  watches: Pick<WatchStore, 'get' | 'save'>,
): Promise<{ readonly age?: BaselineAge }> {
  const age = baselineAge(baseline, watch.intervalMinutes, needed);
  if (isSameAge(watch.baseline, age)) return {};
  await amendWatch(watches, watch, (now) =>
    isSameAge(now.baseline, age) ? now : { ...now, baseline: age },
  );
  return { age };
}
