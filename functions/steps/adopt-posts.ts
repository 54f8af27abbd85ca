import type { Burst } from '../model/burst.ts';
import { suspectedIdOf } from '../model/suspected.ts';
import type { PostStore } from '../ports/post-store.ts';

/**
 * What was kept while a burst was suspected becomes the burst's own, with what had vanished by then.
 * Repeating it changes nothing: each goes where the poll put it that noted it last.
 */
export async function adoptPosts(
  { burstId, watchId, keptFromMs, postsUntilMs }: Burst,
  posts: PostStore,
): Promise<void> {
  const kept = await posts.read(suspectedIdOf(watchId, keptFromMs));
  await posts.append(
    burstId,
    postsUntilMs,
    kept.map((post) => ({ ...post, deletedMs: null })),
  );
  const gone = Map.groupBy(kept, ({ deletedMs }) => deletedMs);
  for (const [deletedMs, of] of gone) {
    if (deletedMs === null) continue;
    await posts.markGone(
      burstId,
      deletedMs,
      of.map(({ id }) => id),
    );
  }
}
