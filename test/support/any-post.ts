import fc from 'fast-check';
import { NAME_CLASSES, type Post } from '../../functions/model/post.ts';

const hexDigits = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''));
const anyTime = fc.integer({ min: -1_000_000_000_000, max: 4_000_000_000_000 });
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const anyMinimum = fc.integer({ min: 0, max: 0xffffffff });

const anyText = fc.record({
  hash: hexDigits(16),
  signature: fc.oneof(fc.constant([]), fc.array(anyMinimum, { minLength: 32, maxLength: 32 })),
  words: fc.nat(5_000),
  link: fc.boolean(),
  quotes: fc.boolean(),
});

const known = fc.record({
  id: fc.oneof(fc.bigInt(0n, 2n ** 64n).map(String), fc.string({ unit: 'grapheme', minLength: 1 })),
  account: hexDigits(20),
  createdMs: anyTime,
  accountCreatedMs: orNull(anyTime),
  repost: fc.boolean(),
  text: orNull(anyText),
  language: orNull(fc.constantFrom('en', 'ur', 'zh-Hant', 'und')),
  followersBucket: orNull(fc.nat(40)),
  deletedMs: orNull(anyTime),
});

const fromAuthor = fc.record(
  { names: fc.constantFrom(...NAME_CLASSES), place: fc.integer({ min: 1, max: 0xffffffff }) },
  { requiredKeys: [] },
);

/** Any post that can stand behind the door. */
export const anyPost: fc.Arbitrary<Post> = fc
  .tuple(known, fromAuthor)
  .map(([post, author]) => ({ ...post, ...author }));
