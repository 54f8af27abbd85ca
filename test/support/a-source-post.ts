import type { SourcePost } from '../../functions/model/post.ts';

/** `number` tells posts, texts and authors apart; each is a second later than the one before. */
export function aSourcePost(number = 1, overrides: Partial<SourcePost> = {}): SourcePost {
  return {
    id: `post-${number}`,
    authorId: `author-${number}`,
    createdMs: Date.UTC(2026, 0, 6, 12) + number * 1000,
    authorCreatedMs: Date.UTC(2019, 4, 1) + number * 86_400_000,
    repost: false,
    text: `number ${number} of many that went to the harbour to see the boats`,
    hashtags: ['harbour'],
    language: 'en',
    followers: 120,
    ...overrides,
  };
}
