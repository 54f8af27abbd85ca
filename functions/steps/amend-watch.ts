import { ConflictError } from '../model/errors.ts';
import type { Watch } from '../model/watch.ts';
import type { WatchStore } from '../ports/watch-store.ts';

/**
 * Changes a watch that may have been changed since it was read. A watch that was removed stays so.
 *
 * @param change returns the watch as it should be, or the same object to leave it alone
 */
export async function amendWatch(
  watches: Pick<WatchStore, 'get' | 'save'>,
  watch: Watch,
  change: (watch: Watch) => Watch,
): Promise<void> {
  const changed = change(watch);
  if (changed === watch) return;
  try {
    await watches.save(changed);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const stored = await watches.get(watch.watchId);
    if (stored !== undefined && change(stored) !== stored) await watches.save(change(stored));
  }
}
