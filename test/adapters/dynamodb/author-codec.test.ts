import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAuthors, encodeAuthors } from '../../../functions/adapters/dynamodb/author-codec.ts';
import { StoredItemError } from '../../../functions/model/errors.ts';
import { grownMemory } from '../../support/an-author-memory.ts';

const counts = <Key>(key: fc.Arbitrary<Key>) =>
  fc.uniqueArray(
    fc.tuple(
      key,
      fc.nat(5000).map((n) => n + 1),
    ),
    {
      maxLength: 20,
      selector: ([one]) => one,
    },
  );
const anyMemory = fc.record({
  accounts: fc.nat(10_000),
  seenAccounts: fc.nat(256),
  seen: fc.uint8Array({ minLength: 1, maxLength: 160 }),
  ages: fc.array(fc.nat(5000), { minLength: 14, maxLength: 14 }),
  names: fc.record({ plain: fc.nat(500), stock: fc.nat(500), newsroom: fc.nat(500) }),
  createdDays: counts(fc.integer({ min: -4000, max: 40_000 })).map(
    (days) => new Map(days.sort(([one], [other]) => one - other)),
  ),
  languages: counts(fc.constantFrom('', 'en', 'ur', 'tr')).map((pairs) => new Map(pairs)),
  places: counts(fc.integer({ min: 0, max: 0xffffffff })).map((pairs) => new Map(pairs)),
});

describe('encodeAuthors and decodeAuthors', () => {
  it('lose nothing, and no order', () => {
    fc.assert(
      fc.property(anyMemory, (memory) => {
        const read = decodeAuthors(encodeAuthors(memory));

        expect(read).toEqual(memory);
        expect([...read.languages]).toEqual([...memory.languages]);
      }),
    );
  });

  it('take under 900 bytes however long a watch has learned', () => {
    const sizes = [1, 3, 10, 60].map((days) => encodeAuthors(grownMemory(days)).length);

    expect(Math.max(...sizes)).toBeLessThan(900);
  });

  it('refuse bytes that end too early', () => {
    const bytes = encodeAuthors(grownMemory(2));

    for (let length = 0; length < bytes.length; length += 7)
      expect(() => decodeAuthors(bytes.slice(0, length))).toThrow(StoredItemError);
  });
});
