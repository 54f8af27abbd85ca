import { displayHashtag } from '../model/display-hashtag.ts';
import { ConflictError } from '../model/errors.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import {
  type IntervalMinutes,
  type SourceName,
  type Watch,
  type WatchOrigin,
  watchIdOf,
} from '../model/watch.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { keepWatch } from './keep-watch.ts';

export type WatchWish = {
  readonly source: SourceName;
  readonly place: string | null;
  /** As typed. */
  readonly hashtag: string;
  readonly intervalMinutes: IntervalMinutes;
  /** Spread over the interval by the name of the watch where it is not given. */
  readonly phaseMinutes?: number;
  /** Where it was found, if nobody asked for it. */
  readonly origin?: WatchOrigin;
};

export type AddedWatch = { readonly watch: Watch; readonly created: boolean };

/**
 * Begins to watch a hashtag. A hashtag that is watched already stays as it is, but one that was
 * discovered is theirs who ask for it.
 */
export async function addWatch(
  wish: WatchWish,
  atMs: number,
  watches: WatchStore,
): Promise<AddedWatch> {
  const watch = freshWatch(wish, atMs);
  const existing = await watches.get(watch.watchId);
  if (existing !== undefined)
    return { watch: await asked(existing, wish, watches), created: false };
  try {
    return { watch: await watches.save(watch), created: true };
  } catch (error) {
    const faster = error instanceof ConflictError && (await watches.get(watch.watchId));
    if (faster) return { watch: await asked(faster, wish, watches), created: false };
    throw error;
  }
}

async function asked(watch: Watch, { origin }: WatchWish, watches: WatchStore): Promise<Watch> {
  if (origin !== undefined || watch.origin === undefined) return watch;
  return (await keepWatch(watch.watchId, watches)) ?? watch;
}

function freshWatch(wish: WatchWish, atMs: number): Watch {
  const { source, place, intervalMinutes, phaseMinutes, origin } = wish;
  const hashtag = normaliseHashtag(wish.hashtag);
  const display = displayHashtag(wish.hashtag);
  const watchId = watchIdOf(source, hashtag, place);
  return {
    watchId,
    source,
    place,
    hashtag,
    ...(display !== undefined && { display }),
    intervalMinutes,
    phaseMinutes: phaseMinutes ?? spread(watchId) % intervalMinutes,
    state: 'active',
    health: { state: 'ok' },
    ...(origin !== undefined && { origin }),
    createdMs: atMs,
    version: 0,
  };
}

/** 32-bit hash of a name, even enough to spread watches over the minutes of an interval. @source FNV-1a */
function spread(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
