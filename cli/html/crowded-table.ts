import { numbers } from './figure.ts';
import type { Markup } from './markup.ts';
import { clock } from './time-axis.ts';

/** A post: when, epoch milliseconds, and by which account. */
export type Dot = { readonly time: number; readonly account: number };

const SHOWN = 15;

/** The fullest seconds or minutes of the stretch. */
export function crowdedTable(dots: readonly Dot[], groupOf: Int8Array, unitMs: number): Markup {
  const units = new Map<number, { posts: number; accounts: Set<number> }>();
  for (const { time, account } of dots) {
    const start = Math.floor(time / unitMs) * unitMs;
    const unit = units.get(start) ?? { posts: 0, accounts: new Set<number>() };
    unit.posts += 1;
    unit.accounts.add(account);
    units.set(start, unit);
  }
  const fullest = [...units]
    .sort(([a, one], [b, other]) => other.accounts.size - one.accounts.size || a - b)
    .slice(0, SHOWN);
  return numbers(
    [`fullest ${unitMs === 1000 ? 'seconds' : 'minutes'} (UTC)`, 'accounts', 'in a group', 'posts'],
    fullest.map(([start, { posts, accounts }]) => [
      clock(start),
      accounts.size,
      [...accounts].filter((account) => (groupOf[account] ?? -1) >= 0).length,
      posts,
    ]),
  );
}
