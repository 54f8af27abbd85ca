import type { ReplayArchive } from '../functions/adapters/replay/archive.ts';
import { SettingsError } from '../functions/model/errors.ts';
import { normaliseHashtag } from '../functions/model/hashtag.ts';
import { type Watch, watchIdOf } from '../functions/model/watch.ts';
import type { WatchStore } from '../functions/ports/watch-store.ts';

/** A hashtag must hold this many posts of the files to be watched unasked. */
const WATCHED_FROM = 50;
const REPLAY_INTERVAL_MINUTES = 5;

/**
 * The hashtags that a replay watches: those asked for, or all that hold enough posts.
 *
 * @throws {SettingsError} if the files hold none of it
 */
export function chooseHashtags(
  archive: ReplayArchive,
  asked: readonly string[],
): readonly string[] {
  if (asked.length === 0) {
    const found = [...archive.hashtags].filter(([, posts]) => posts >= WATCHED_FROM);
    if (found.length > 0) return found.map(([hashtag]) => hashtag);
    throw new SettingsError(
      `a replay requires a hashtag with at least ${WATCHED_FROM} posts, or --hashtags to name some`,
    );
  }
  const wanted = asked.map(normaliseHashtag);
  const unknown = wanted.filter((hashtag) => !archive.hashtags.has(hashtag));
  if (unknown.length === 0) return wanted;
  throw new SettingsError(
    `--hashtags must name hashtags of the files; none holds ${unknown.map((one) => `#${one}`).join(', ')}`,
  );
}

/** Makes the watches that are not there yet; one that is there stays as it is. */
export async function ensureWatches(
  store: WatchStore,
  hashtags: readonly string[],
  createdMs: number,
): Promise<readonly Watch[]> {
  return Promise.all(
    hashtags.map(async (hashtag) => {
      const watchId = watchIdOf('replay', hashtag, null);
      const known = await store.get(watchId);
      return (
        known ??
        store.save({
          watchId,
          source: 'replay',
          place: null,
          hashtag,
          intervalMinutes: REPLAY_INTERVAL_MINUTES,
          phaseMinutes: 0,
          state: 'active',
          health: { state: 'ok' },
          createdMs,
          version: 0,
        })
      );
    }),
  );
}
