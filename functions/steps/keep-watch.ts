import type { Watch } from '../model/watch.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { amendWatch } from './amend-watch.ts';

/**
 * Makes a watch that was discovered one of the person who keeps it: discovery forgets it no more.
 *
 * @returns undefined for an unknown watch
 */
export async function keepWatch(
  watchId: string,
  watches: Pick<WatchStore, 'get' | 'save'>,
): Promise<Watch | undefined> {
  const watch = await watches.get(watchId);
  if (watch === undefined) return undefined;
  await amendWatch(watches, watch, withoutOrigin);
  return watches.get(watchId);
}

function withoutOrigin(watch: Watch): Watch {
  if (watch.origin === undefined) return watch;
  const { origin, ...rest } = watch;
  return rest;
}
