import { AUTHORS } from '../../functions/settings/authors.ts';
import { freshMemory, learnAuthors } from '../../functions/signals/author-memory.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { DAY_MS, NOON_MS, postsAt } from './a-table.ts';

/** What one day's `count` authors teach a memory; `first` tells them from those of other days. */
export function learned(memory = freshMemory(AUTHORS), count = 60, first = 0) {
  const posts = postsAt(
    Array.from({ length: count }, (_, at) => at * 1000),
    (at) => authorOf(first + at),
  );
  return learnAuthors(memory, tabulate(posts), AUTHORS);
}

/** An author of many: its date, language, place and names spread as widely as they come. */
export function authorOf(number: number) {
  return {
    account: number.toString(16).padStart(20, '0'),
    accountCreatedMs: NOON_MS - ((number * 7919) % 3600) * DAY_MS,
    language: `x${String.fromCharCode(97 + (number % 20))}`,
    place: 1 + (number % 30) * 1_000_003,
    names: number % 9 === 0 ? ('stock' as const) : ('plain' as const),
  };
}

/** A memory after `days` days of new authors. */
export function grownMemory(days: number) {
  let memory = freshMemory(AUTHORS);
  for (let day = 0; day < days; day += 1) memory = learned(memory, 100, day * 100);
  return memory;
}
