import { ConflictError } from '../model/errors.ts';
import { counterOf, type SourceTide } from '../model/surge.ts';
import type { Watch } from '../model/watch.ts';
import type { TideStore } from '../ports/tide-store.ts';

/** All bursts of a surge write to it, each a few times; more rounds than this means a defect. */
const ROUNDS = 20;

/**
 * Reads, changes and saves what is known of a source's tide, again if another writer was faster.
 *
 * @param change returns the tide as it should be, or the same object to leave it alone
 * @returns the tide as it stands afterwards
 * @throws {ConflictError} if others were faster every time
 */
export async function amendTide(
  tides: Pick<TideStore, 'get' | 'save'>,
  of: Pick<Watch, 'source' | 'place'>,
  change: (tide: SourceTide) => SourceTide,
): Promise<SourceTide> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const stored = (await tides.get(counterOf(of))) ?? fresh(of);
    const changed = change(stored);
    if (changed === stored) return stored;
    try {
      return await tides.save(changed);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  throw new ConflictError(`tide was changed by others ${ROUNDS} times in a row`);
}

function fresh({ source, place }: Pick<Watch, 'source' | 'place'>): SourceTide {
  return { source, place, watched: 0, watchedMs: 0, surge: null, version: 0 };
}
