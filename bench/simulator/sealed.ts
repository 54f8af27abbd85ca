import type { Post } from '../../functions/model/post.ts';
import type { Secret } from '../../functions/ports/secret.ts';
import { NAMES } from '../../functions/settings/names.ts';
import { sealPost } from '../../functions/steps/seal-post.ts';
import type { SimulatedPost } from './simulated-post.ts';

/** Simulated accounts are opaque already; a pseudonym has 20 hex digits. */
export const SIMULATED_SECRET: Secret = {
  pseudonym: (_source, accountId) => accountId.slice(1).padEnd(20, '0'),
  textSeed: 1,
};

/** Simulated posts behind the door, as the signals meet them, with the time of their true end. */
export function sealed(posts: readonly SimulatedPost[]): readonly Post[] {
  return posts.map((post) => ({
    ...sealPost(
      {
        id: post.id,
        authorId: post.author,
        createdMs: Date.parse(post.createdAt),
        authorCreatedMs: post.authorCreatedAt === null ? null : Date.parse(post.authorCreatedAt),
        repost: post.repost,
        text: post.text,
        hashtags: post.hashtags,
        language: null,
        followers: null,
        ...presented(post),
      },
      post.source,
      SIMULATED_SECRET,
      NAMES,
    ),
    deletedMs: post.deletedAt === undefined ? null : Date.parse(post.deletedAt),
  }));
}

function presented({ authorName, authorHandle, authorPlace }: SimulatedPost) {
  const names = [authorName ?? '', authorHandle ?? ''];
  return {
    ...(names.some((name) => name !== '') ? { authorNames: names } : {}),
    ...(authorPlace === undefined ? {} : { authorPlace }),
  };
}
