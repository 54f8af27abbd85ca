import type { Meeting } from './meetings.ts';
import type { PostTable } from './post-table.ts';
import type { Visits } from './visits.ts';

/**
 * On how many occasions an account met others, over some of its visits: so many different texts, so
 * many windows, or so many posts a window apart, whichever is most. A post that stands for its text
 * and for its window is one occasion; one text posted in the morning and in the evening is two.
 */
export function countOccasions(
  table: PostTable,
  meetings: readonly Meeting[],
  { meeting, firstPost, lastPost }: Visits,
  visited: readonly number[],
  windowMs: number,
): number {
  const texts = visited.filter((visit) => meetings[meeting[visit] ?? 0]?.kind === 'text').length;
  const times = visited
    .flatMap((visit) => [firstPost[visit] ?? 0, lastPost[visit] ?? 0])
    .map((post) => table.createdMs[post] ?? 0)
    .sort((one, other) => one - other);
  let apart = 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time - counted < windowMs) continue;
    counted = time;
    apart++;
  }
  return Math.max(texts, visited.length - texts, apart);
}
