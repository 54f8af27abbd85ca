import { ConflictError } from '../model/errors.ts';
import type { Watch } from '../model/watch.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';

export type ChangePorts = { readonly watches: WatchStore; readonly baselines: BaselineStore };

/** A poll may write the watch between our reading and our writing. */
const ATTEMPTS = 4;

/**
 * Pauses a watch or resumes it. One that was paused in a burst resumes in it.
 *
 * @returns undefined for an unknown watch
 * @throws {ConflictError} if other writers were faster every time
 */
export async function changeWatch(
  watchId: string,
  paused: boolean,
  ports: ChangePorts,
  attempts = ATTEMPTS,
): Promise<Watch | undefined> {
  const watch = await ports.watches.get(watchId);
  if (watch === undefined || (watch.state === 'paused') === paused) return watch;
  const state = paused ? 'paused' : await stateToResume(watchId, ports.baselines);
  try {
    return await ports.watches.save({ ...watch, state });
  } catch (error) {
    if (!(error instanceof ConflictError) || attempts <= 1) throw error;
    return changeWatch(watchId, paused, ports, attempts - 1);
  }
}

async function stateToResume(watchId: string, baselines: BaselineStore): Promise<Watch['state']> {
  const baseline = await baselines.load(watchId);
  return baseline?.openBurstMs == null ? 'active' : 'bursting';
}
