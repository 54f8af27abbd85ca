import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';

export type DeletionSettings = {
  /** Posts that vanish this soon count, milliseconds after they were made. */
  readonly withinMs: number;
  /** Posts younger than this had no time to vanish and be missed, milliseconds. */
  readonly minAgeMs: number;
  /** Share of posts that vanish so soon by themselves. */
  readonly usualShare: number;
};

/**
 * Do posts vanish soon after they were made? A trend list counts them all the same.
 *
 * @param watched whether vanished posts were looked for at all
 * @param nowMs posts are known up to here
 * @returns `effect` is the share of posts gone in time, 0 to 1
 */
export function measureDeletion(
  table: PostTable,
  watched: boolean,
  nowMs: number,
  settings: DeletionSettings,
): Evidence {
  if (!watched) return unmeasured('deletion', 'vanished posts were not looked for');
  const gone = new Set<number>();
  let posts = 0;
  let couldBeGone = 0;
  table.createdMs.forEach((createdMs, at) => {
    const livedMs = (table.deletedMs[at] ?? Number.NaN) - createdMs;
    if (!Number.isNaN(livedMs) || nowMs - createdMs >= settings.minAgeMs) couldBeGone++;
    if (Number.isNaN(livedMs) || livedMs > settings.withinMs) return;
    posts++;
    gone.add(table.accountOf[at] ?? 0);
  });
  if (couldBeGone <= table.size / 2) {
    const seconds = settings.minAgeMs / 1000;
    return unmeasured(
      'deletion',
      `${couldBeGone} of ${table.size} posts are ${seconds} seconds old, more than half required`,
      'whether posts vanish',
    );
  }
  return measured(
    'deletion',
    binomialSurprise(posts, table.size, settings.usualShare),
    table.size === 0 ? 0 : posts / table.size,
    gone.size,
    {
      posts: table.size,
      gone: posts,
      withinSeconds: settings.withinMs / 1000,
      usualShare: settings.usualShare,
    },
  );
}
