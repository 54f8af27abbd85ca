import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';

export type DeletionSettings = {
  /** Posts that vanish this soon count, milliseconds after they were made. */
  readonly withinMs: number;
  /** Share of posts that vanish so soon by themselves. */
  readonly usualShare: number;
};

/**
 * Do posts vanish soon after they were made? A trend list counts them all the same.
 *
 * @param watched whether vanished posts were looked for at all
 * @returns `effect` is the share of posts gone in time, 0 to 1
 */
export function measureDeletion(
  table: PostTable,
  watched: boolean,
  settings: DeletionSettings,
): Evidence {
  if (!watched) return unmeasured('deletion', 'vanished posts were not looked for');
  const gone = new Set<number>();
  let posts = 0;
  table.posts.forEach(({ createdMs, deletedMs }, at) => {
    if (deletedMs === null || deletedMs - createdMs > settings.withinMs) return;
    posts++;
    gone.add(table.accountOf[at] ?? 0);
  });
  return measured(
    'deletion',
    binomialSurprise(posts, table.posts.length, settings.usualShare),
    table.posts.length === 0 ? 0 : posts / table.posts.length,
    gone.size,
    {
      posts: table.posts.length,
      gone: posts,
      withinSeconds: settings.withinMs / 1000,
      usualShare: settings.usualShare,
    },
  );
}
