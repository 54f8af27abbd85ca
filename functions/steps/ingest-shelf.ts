import { ConflictError } from '../model/errors.ts';
import type { Vouched } from '../model/vouched.ts';
import type { IngestShelf, IngestStore } from '../ports/ingest-store.ts';

type Store = Pick<IngestStore, 'vouched' | 'saveVouched'>;

/**
 * From its first post on, or from when it was named first, all that comes of a watched hashtag is kept.
 * One of an earlier watch begins anew: nothing was kept in between.
 */
export function openShelf(
  shelf: IngestShelf,
  watchedMs: number,
  atMs: number,
  store: Store,
): Promise<Vouched> {
  return amendVouched(shelf, Math.max(watchedMs, atMs), store, (vouched) =>
    vouched.sinceMs < watchedMs
      ? { ...vouched, sinceMs: Math.max(watchedMs, atMs), spans: [] }
      : vouched,
  );
}

/**
 * Changes what a partner vouches for, however many do so at once.
 *
 * @param change returns the same object to leave alone what is stored
 */
export async function amendVouched(
  { partner, hashtag }: Pick<Vouched, 'partner' | 'hashtag'>,
  atMs: number,
  store: Store,
  change: (vouched: Vouched) => Vouched,
): Promise<Vouched> {
  const fresh = { partner, hashtag, sinceMs: atMs, spans: [], version: 0 };
  for (let tries = 1; ; tries += 1) {
    const stored = await store.vouched(partner, hashtag);
    const changed = change(stored ?? fresh);
    if (changed === stored) return stored;
    try {
      return await store.saveVouched(changed);
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === MOST_TRIES) throw error;
    }
  }
}

/** Reads may be a second old: each try that was too late is news to the next. */
const MOST_TRIES = 10;
