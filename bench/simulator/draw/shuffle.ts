import type { Chance } from '../chance.ts';

/**
 * The items in random order; the list given stays as it is.
 *
 * @source Fisher and Yates, as in Knuth, The Art of Computer Programming 2, 3.4.2
 */
export function shuffle<Item>(chance: Chance, items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance.uniform() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}
