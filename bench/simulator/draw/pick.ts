import { InputError } from '../../../functions/model/errors.ts';
import type { Chance } from '../chance.ts';

/**
 * One of the items, each as likely as the next.
 *
 * @throws {InputError} if there is none
 */
export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[Math.floor(chance.uniform() * items.length)];
  if (item === undefined) throw new InputError('pick requires at least one item');
  return item;
}
