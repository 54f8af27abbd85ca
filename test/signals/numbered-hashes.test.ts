import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedHashes } from '../../functions/signals/numbered-hashes.ts';

describe('numberedHashes', () => {
  it('numbers as a map would, however many come', () => {
    const some = fc.array(
      fc.nat(2000).map((one) => one.toString(16).padStart(16, '0')),
      {
        maxLength: 3000,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(some, (hashes) => {
        const numbered = numberedHashes();
        const known = new Map<string, number>();
        for (const hash of hashes) {
          if (!known.has(hash)) known.set(hash, known.size);
          expect(numbered.numberOf(hash)).toBe(known.get(hash));
        }
        expect(numbered.size()).toBe(known.size);
      }),
      { numRuns: 30 },
    );
  });
});
