import type { Burst } from '../model/burst.ts';
import { ConflictError } from '../model/errors.ts';
import type { BurstStore } from '../ports/burst-store.ts';

/** Poll and assess write the same burst at the same time; more rounds than this means a defect. */
const ROUNDS = 8;

/**
 * Reads, changes and saves a burst, again if another writer was faster.
 *
 * @param change returns the burst as it should be, or the same object to leave it alone
 * @returns the burst as it stands afterwards; undefined if there is none
 * @throws {ConflictError} if others were faster every time
 */
export async function amendBurst(
  bursts: Pick<BurstStore, 'get' | 'save'>,
  watchId: string,
  startMs: number,
  change: (burst: Burst) => Burst,
): Promise<Burst | undefined> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const stored = await bursts.get(watchId, startMs);
    if (stored === undefined) return undefined;
    const changed = change(stored);
    const saved = changed === stored ? stored : await trySave(bursts, changed);
    if (saved !== undefined) return saved;
  }
  throw new ConflictError(`burst was changed by others ${ROUNDS} times in a row`);
}

async function trySave(bursts: Pick<BurstStore, 'save'>, burst: Burst): Promise<Burst | undefined> {
  try {
    return await bursts.save(burst);
  } catch (error) {
    if (error instanceof ConflictError) return undefined;
    throw error;
  }
}
