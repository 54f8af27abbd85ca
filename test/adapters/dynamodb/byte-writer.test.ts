import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteReader } from '../../../functions/adapters/dynamodb/byte-reader.ts';
import { byteWriter } from '../../../functions/adapters/dynamodb/byte-writer.ts';
import { InputError, StoredItemError } from '../../../functions/model/errors.ts';

const LARGEST_SIGNED = 2 ** 52 - 1;

describe('byteWriter and byteReader', () => {
  it('read back what was written, in its order', () => {
    const entry = fc.record({
      byte: fc.nat(255),
      count: fc.maxSafeNat(),
      signed: fc.integer({ min: -LARGEST_SIGNED, max: LARGEST_SIGNED }),
      text: fc.string({ unit: 'grapheme' }),
      raw: fc.uint8Array({ maxLength: 600 }),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const writer = byteWriter();
        for (const { byte, count, signed, text, raw } of entries) {
          writer.byte(byte);
          writer.count(count);
          writer.signed(signed);
          writer.text(text);
          writer.raw(raw);
        }
        const reader = byteReader(writer.finish());
        const read = entries.map(({ raw }) => ({
          byte: reader.byte(),
          count: reader.count(),
          signed: reader.signed(),
          text: reader.text(),
          raw: Uint8Array.from(reader.raw(raw.length)),
        }));
        expect(read).toEqual(entries);
        expect(reader.done()).toBe(true);
      }),
    );
  });

  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [Number.MAX_SAFE_INTEGER, 8],
  ])('takes for the count %d bytes: %d', (value, bytes) => {
    const writer = byteWriter();
    writer.count(value);

    expect(writer.finish()).toHaveLength(bytes);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses %d as a count',
    (value) => {
      expect(() => byteWriter().count(value)).toThrow(InputError);
    },
  );

  it.each([0.5, Number.NaN, 2 ** 52, -(2 ** 52)])('refuses %d as a difference', (value) => {
    expect(() => byteWriter().signed(value)).toThrow(InputError);
  });

  it('says where bytes end too early, and that a count has no end', () => {
    expect(() => byteReader(Uint8Array.of()).byte()).toThrow(/end at 0, 1 required/);
    expect(() => byteReader(Uint8Array.of(5, 65)).text()).toThrow(/end at 2, 6 required/);
    expect(() => byteReader(new Uint8Array(20).fill(255)).count()).toThrow(StoredItemError);
  });
});
