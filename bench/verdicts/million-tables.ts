import type { Post, SourcePost } from '../../functions/model/post.ts';
import { type PostTable, tabulate } from '../../functions/signals/post-table.ts';
import { sealPost } from '../../functions/steps/seal-post.ts';

/** Any seed will do: marks are compared within one run only. */
const OPEN = { pseudonym: (_source: string, account: string) => account, textSeed: 1 };

/** Posts behind the door, a table for each hashtag, in the order in which hashtags first appear. */
export function tablesByHashtag(posts: readonly SourcePost[]): readonly PostTable[] {
  const byHashtag = new Map<string, Post[]>();
  for (const post of posts) {
    const sealed = sealPost(post, 'x', OPEN);
    for (const hashtag of post.hashtags) {
      const known = byHashtag.get(hashtag);
      if (known) known.push(sealed);
      else byHashtag.set(hashtag, [sealed]);
    }
  }
  return Array.from(byHashtag.values(), tabulate);
}
