import type { Post } from '../../../functions/model/post.ts';

const MIN_WORDS = 5;

/** Share of the originals of 5 words or more whose text another account posted too; 0 without any. */
export function copiedShare(posts: readonly Post[]): number {
  const originals = posts.filter(
    ({ repost, text }) => !repost && text !== null && !text.quotes && text.words >= MIN_WORDS,
  );
  const groups = [...Map.groupBy(originals, ({ text }) => text?.hash).values()];
  const copied = groups.filter((group) => new Set(group.map(({ account }) => account)).size > 1);
  return copied.flat().length / Math.max(1, originals.length);
}
