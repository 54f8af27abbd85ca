import type { SealedPost } from '../model/post.ts';
import type { Added } from '../ports/ingest-store.ts';

/** What became of the posts of a batch; they add up to its posts, `late` apart. */
export type Tally = {
  /** New, and kept. */
  readonly accepted: number;
  /** Known before; that they were deleted, or earlier than was known, is news. */
  readonly deleted: number;
  /** Known before, or twice in this batch. */
  readonly repeated: number;
  /** Dropped: nobody watches any of their hashtags at this partner. */
  readonly unwatched: number;
  /** Of those accepted: made in a time for which the partner had vouched that there were no more. */
  readonly late: number;
};

type Shelved = Added & {
  readonly handedIn: readonly SealedPost[];
  /** Ids of those handed in. */
  readonly late: readonly string[];
};

/** @param ids of all posts of the batch, one for each time it is there */
export function tallyOf(ids: readonly string[], shelves: readonly Shelved[]): Tally {
  const kept = new Set(shelves.flatMap(({ handedIn }) => handedIn.map(({ id }) => id)));
  const fresh = new Set(shelves.flatMap((shelf) => shelf.fresh));
  const ended = new Set(shelves.flatMap((shelf) => shelf.ended.filter((id) => !fresh.has(id))));
  const late = new Set(shelves.flatMap((shelf) => shelf.late.filter((id) => fresh.has(id))));
  const unwatched = ids.filter((id) => !kept.has(id)).length;
  return {
    accepted: fresh.size,
    deleted: ended.size,
    repeated: ids.length - unwatched - fresh.size - ended.size,
    unwatched,
    late: late.size,
  };
}
