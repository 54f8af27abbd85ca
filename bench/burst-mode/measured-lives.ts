import { hasCorpus, readSet } from '../verdicts/read-corpus.ts';

/** Lives of the posts of Turkish attacks, milliseconds; undefined where the evaluation data is absent. */
export async function measuredLives(): Promise<readonly number[] | undefined> {
  if (!hasCorpus()) return undefined;
  const posts = await readSet('tr-attacks-2022a');
  return posts.flatMap(({ post: { createdMs, deletedMs } }) =>
    deletedMs === null ? [] : [deletedMs - createdMs],
  );
}
