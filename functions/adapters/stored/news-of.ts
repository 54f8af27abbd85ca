import type { SealedPost } from '../../model/post.ts';
import type { Added } from '../../ports/ingest-store.ts';
import { tellsEarlierEnd, uniteHandedIn } from './unite-handed-in.ts';

export type News = Added & { readonly records: readonly SealedPost[] };

/** What of the posts handed in is not known yet: posts, and deletions of known ones. */
export function newsOf(posts: readonly SealedPost[], known: Iterable<SealedPost>): News {
  const byId = new Map([...uniteHandedIn(known)].map((post) => [post.id, post]));
  const records = uniteHandedIn(posts).filter((post) => {
    const there = byId.get(post.id);
    return there === undefined || tellsEarlierEnd(there, post);
  });
  const ids = records.map(({ id }) => id);
  return {
    records,
    fresh: ids.filter((id) => !byId.has(id)),
    ended: ids.filter((id) => byId.has(id)),
  };
}
