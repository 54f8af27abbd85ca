import type { Post } from '../../functions/model/post.ts';

/** `number` tells posts and their accounts apart; each is a second later than the one before. */
export function aPost(number = 1, overrides: Partial<Post> = {}): Post {
  return {
    id: String(114_000_000_000_000_000n + BigInt(number)),
    account: number.toString(16).padStart(20, '0'),
    createdMs: Date.UTC(2026, 0, 6, 12) + number * 1000,
    accountCreatedMs: Date.UTC(2021, 4, 3),
    repost: false,
    text: {
      hash: number.toString(16).padStart(16, '0'),
      signature: Array.from(
        { length: 32 },
        (_, index) => Math.imul(number * 32 + index, 2654435761) >>> 0,
      ),
      words: 9,
      link: false,
      quotes: false,
    },
    language: 'en',
    followersBucket: 7,
    deletedMs: null,
    ...overrides,
  };
}
