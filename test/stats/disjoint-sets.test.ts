import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disjointSets } from '../../functions/stats/disjoint-sets.ts';

it('joins through others, and the smallest leads', () => {
  const sets = disjointSets(6);

  sets.join(5, 3);
  sets.join(3, 1);

  expect([0, 1, 2, 3, 4, 5].map((one) => sets.find(one))).toEqual([0, 1, 2, 1, 4, 1]);
});

it('does not depend on the order of joins', () => {
  const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 });
  fc.assert(
    fc.property(pairs, (joins) => {
      expect(leaders([...joins].reverse())).toEqual(leaders(joins));
    }),
  );
});

function leaders(joins: readonly (readonly [number, number])[]): number[] {
  const sets = disjointSets(20);
  for (const [one, other] of joins) sets.join(one, other);
  return Array.from({ length: 20 }, (_, member) => sets.find(member));
}
