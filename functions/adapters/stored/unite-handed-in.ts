import type { SealedPost } from '../../model/post.ts';

/** Each post once, as it was first handed in, with the earliest deletion that was told of it. */
export function uniteHandedIn(records: Iterable<SealedPost>): readonly SealedPost[] {
  const posts = new Map<string, SealedPost>();
  for (const record of records) {
    const known = posts.get(record.id);
    posts.set(record.id, known === undefined ? record : withEarlierEnd(known, record));
  }
  return [...posts.values()];
}

/** Whether a record tells a deletion that is not known yet, or an earlier one. */
export function tellsEarlierEnd(known: SealedPost, { sealed }: SealedPost): boolean {
  const knownMs = known.sealed.deletedMs ?? Number.POSITIVE_INFINITY;
  return sealed.deletedMs !== null && sealed.deletedMs < knownMs;
}

function withEarlierEnd(known: SealedPost, told: SealedPost): SealedPost {
  if (!tellsEarlierEnd(known, told)) return known;
  return { ...known, sealed: { ...known.sealed, deletedMs: told.sealed.deletedMs } };
}
