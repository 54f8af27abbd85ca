import type { Rows } from '../check-report-rows.ts';
import { barTable } from './bar-table.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';

/** Fewest posts of each class. */
const CLASSES = [1, 2, 3, 5, 10, 20, 50, 100];

/** How many accounts made how many posts. */
export function postingsPicture({ postsBy, times }: Rows): Markup {
  const rows = CLASSES.map((least, at) => {
    const next = CLASSES[at + 1] ?? Number.POSITIVE_INFINITY;
    const counts = postsBy.filter((posts) => posts >= least && posts < next);
    return { label: labelOf(least, next), value: counts.length };
  });
  const last = rows.findLastIndex(({ value }) => value > 0);
  const busiest = postsBy.toSorted((one, other) => other - one);
  const tenth = Math.ceil(busiest.length / 10);
  const theirs = busiest.slice(0, tenth).reduce((sum, posts) => sum + posts, 0);
  return figure({
    title: 'Posts an account',
    picture: barTable(
      ['posts', 'accounts'],
      rows.slice(0, last + 1),
      'Accounts by the number of their posts',
    ),
    caption: `The busiest tenth of the accounts (${tenth.toLocaleString('en-GB')}) wrote ${percent(theirs / times.length)} of the posts.`,
  });
}

function labelOf(least: number, next: number): string {
  if (next === Number.POSITIVE_INFINITY) return `${least} or more`;
  return next - least === 1 ? String(least) : `${least} to ${next - 1}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
