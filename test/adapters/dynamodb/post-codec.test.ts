import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate, inflate } from '../../../functions/adapters/dynamodb/deflated.ts';
import { decodePosts, encodePosts } from '../../../functions/adapters/dynamodb/post-codec.ts';
import { SEEN } from '../../../functions/adapters/dynamodb/post-item.ts';
import { InputError, StoredItemError } from '../../../functions/model/errors.ts';
import { aPost } from '../../support/a-post.ts';
import { anyPost } from '../../support/any-post.ts';

const text = { hash: '00000000000000ff', signature: [], words: 3, link: false, quotes: false };

describe('encodePosts and decodePosts', () => {
  it('lose nothing, in the order given', () => {
    fc.assert(
      fc.property(fc.array(anyPost), (posts) => {
        expect(decodePosts(encodePosts(posts))).toEqual(posts);
      }),
    );
  });

  it('read what was kept before authors were', () => {
    const kept =
      '1e1231313430303030303030303030303030303100000000000000000001d097edb2f266d0f7baba' +
      'cc0800000000000000ff030002656e07d61231313430303030303030303030303030303200000000000000000002d00fa087bbbacc0800000000000000ff030007';

    expect(decodePosts(Buffer.from(kept, 'hex'))).toEqual([
      aPost(1, { text }),
      aPost(2, { text: { ...text, link: true, quotes: true }, language: null }),
    ]);
  });

  it('never take more than the weight by which posts are cut into items', () => {
    fc.assert(
      fc.property(anyPost, (post) => {
        expect(encodePosts([post]).length).toBeLessThanOrEqual(SEEN.weightOf(post));
      }),
    );
  });

  it('take under 190 bytes a post, and half of that where many say the same', () => {
    const posts = Array.from({ length: 1000 }, (_, n) => aPost(n));
    const copies = posts.map((post) => ({ ...post, text: aPost(1).text }));

    expect(encodePosts(posts).length / 1000).toBeLessThan(190);
    expect(deflate(encodePosts(copies)).length / 1000).toBeLessThan(50);
  });

  it.each([
    ['a pseudonym of a handle', aPost(1, { account: 'somebody' })],
    ['a pseudonym in capitals', aPost(1, { account: 'ABCDEF00000000000000' })],
    ['a text hash that is short', aPost(1, { text: { ...text, hash: 'ff' } })],
    ['a signature of fractions', aPost(1, { text: { ...text, signature: [0.5] } })],
    ['a signature beyond 32 bits', aPost(1, { text: { ...text, signature: [2 ** 32] } })],
    ['a time between two milliseconds', aPost(1, { createdMs: 1.5 })],
  ])('refuse %s', (_, post) => {
    expect(() => encodePosts([post])).toThrow(InputError);
  });

  it('refuse bytes that end too early', () => {
    const bytes = encodePosts([aPost()]);

    for (let length = 1; length < bytes.length; length += 1)
      expect(() => decodePosts(bytes.slice(0, length))).toThrow(StoredItemError);
  });
});

describe('deflate and inflate', () => {
  it('lose nothing and cost at most a byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        const packed = deflate(bytes);
        expect(Uint8Array.from(inflate(packed))).toEqual(bytes);
        expect(packed.length).toBeLessThanOrEqual(bytes.length + 1);
      }),
    );
  });

  it.each([[[]], [[9, 1, 2]], [[1, 255, 255]]])('refuse the bytes %j', (bytes) => {
    expect(() => inflate(Uint8Array.from(bytes))).toThrow(StoredItemError);
  });
});
