import type { Burst, Sample } from '../model/burst.ts';
import type { Post } from '../model/post.ts';

const DAY_MS = 86_400_000;

/**
 * How many of the posts that the source counted are kept, where both are known: up to the end of the
 * last bucket counted.
 *
 * @param posts those of the last day, which is as far as they are judged
 * @returns null where a bucket could not be counted: how many there were is not known. As it was, for
 *   a burst that began earlier, or of which nothing is counted yet, or not its beginning
 */
export function sampleOf(burst: Burst, posts: readonly Post[], atMs: number): Sample | null {
  const { fromMs, untilMs, posts: counted, missed } = burst.counted;
  if (missed) return null;
  const isPart = counted === 0 || fromMs > burst.startMs;
  if (isPart || (burst.endMs ?? atMs) - burst.keptFromMs > DAY_MS) return burst.sample;
  const kept = posts.filter(({ createdMs }) => createdMs >= fromMs && createdMs < untilMs).length;
  return { kept, counted: Math.max(kept, counted) };
}
