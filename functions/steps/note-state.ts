import type { Baseline } from '../model/baseline.ts';
import type { Watch } from '../model/watch.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { amendWatch } from './amend-watch.ts';
import type { SuspectSettings } from './follow-suspected.ts';

/** Moves the watch to the slot in which its baseline wants it polled; one that is paused stays so. */
export async function noteState(
  watch: Watch,
  baseline: Baseline,
  atMs: number,
  watches: Pick<WatchStore, 'get' | 'save'>,
  settings: SuspectSettings,
): Promise<void> {
  const state = stateOf(baseline, atMs, settings);
  await amendWatch(watches, watch, (now) =>
    now.state === state || now.state === 'paused' ? now : { ...now, state },
  );
}

function stateOf(
  { openBurstMs, suspected, learnedUntilMs }: Baseline,
  atMs: number,
  { suspectPollsMs }: SuspectSettings,
): Exclude<Watch['state'], 'paused'> {
  if (openBurstMs !== null) return 'bursting';
  return suspected && atMs < learnedUntilMs + suspectPollsMs ? 'suspected' : 'active';
}
