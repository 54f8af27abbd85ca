import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeVolume, encodeVolume } from '../../../functions/adapters/dynamodb/volume-codec.ts';
import { VOLUME_CHUNK_BUCKETS } from '../../../functions/model/baseline.ts';
import { InputError, StoredItemError } from '../../../functions/model/errors.ts';
import { roundExpected } from '../../../functions/model/round-expected.ts';
import { aChunk } from '../../support/a-baseline.ts';

const aFullChunk = (posts: number, expected: number | null) =>
  aChunk({
    posts: new Array(VOLUME_CHUNK_BUCKETS).fill(posts),
    expected: new Array(VOLUME_CHUNK_BUCKETS).fill(expected),
  });

describe('encodeVolume and decodeVolume', () => {
  it('lose nothing, whatever the expectations are', () => {
    const positive = fc.double({ min: 0, max: 1e308, noNaN: true });
    const expectation = fc.oneof(positive, positive.map(Math.fround).filter(Number.isFinite));
    const bucket = fc.tuple(
      fc.option(fc.nat(2_000_000), { nil: null }),
      fc.option(fc.oneof(expectation, positive.map(roundExpected)), { nil: null }),
    );
    fc.assert(
      fc.property(fc.array(bucket, { maxLength: 80 }), (buckets) => {
        const chunk = aChunk({
          posts: buckets.map(([posts]) => posts),
          expected: buckets.map(([, expected]) => expected),
        });
        expect(decodeVolume(encodeVolume(chunk))).toEqual(chunk);
      }),
    );
  });

  it.each`
    case                                  | posts      | expected                 | bytes
    ${'a quiet hashtag'}                  | ${3}       | ${roundExpected(2.1)}    | ${72 * 3}
    ${'before anything is expected'}      | ${3}       | ${null}                  | ${72 * 3}
    ${'a hundred thousand posts'}         | ${100_000} | ${roundExpected(90_001)} | ${72 * 5}
    ${'expectations in single precision'} | ${100_000} | ${Math.fround(90_001.3)} | ${72 * 7}
    ${'expectations as they come'}        | ${100_000} | ${90_001.3}              | ${72 * 11}
  `('take for a full chunk of $case $bytes bytes and nine', ({ posts, expected, bytes }) => {
    expect(encodeVolume(aFullChunk(posts, expected))).toHaveLength(bytes + 9);
  });

  it.each([
    ['counts that are none', aChunk({ posts: [1.5, 1, 1, 1] })],
    ['expectations that are none', aChunk({ expected: [Number.NaN, 1, 1, 1] })],
    ['fewer expectations than counts', aChunk({ expected: [1] })],
  ])('refuse %s', (_, chunk) => {
    expect(() => encodeVolume(chunk)).toThrow(InputError);
  });

  it('refuse bytes that are not a whole chunk', () => {
    const bytes = encodeVolume(aChunk());

    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decodeVolume(bytes.slice(0, length))).toThrow(StoredItemError);
    expect(() => decodeVolume(new Uint8Array(40).fill(7))).toThrow(StoredItemError);
  });
});
