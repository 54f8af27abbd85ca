import type { SubmittedPost } from '../contract/submitted-post.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import { isKeepable } from '../model/hashtag-fault.ts';
import type { SourcePost } from '../model/post.ts';

/** A post that somebody brought, in our words. It lives until it is sealed and no longer. */
export function readSubmittedPost(brought: SubmittedPost): {
  readonly source: string;
  readonly post: SourcePost;
} {
  const deletedMs = msOf(brought.deletedAt);
  return {
    source: brought.source,
    post: {
      id: brought.id,
      authorId: brought.author,
      createdMs: Date.parse(brought.createdAt),
      authorCreatedMs: msOf(brought.authorCreatedAt),
      repost: brought.repost,
      text: brought.text ?? null,
      hashtags: [...new Set(brought.hashtags.map(normaliseHashtag))].filter(isKeepable),
      language: brought.language ?? null,
      followers: brought.followers ?? null,
      ...authorSays(brought),
      ...(deletedMs !== null && { deletedMs }),
    },
  };
}

function authorSays({ authorName, authorHandle, authorPlace }: SubmittedPost) {
  return {
    ...((authorName || authorHandle) && { authorNames: [authorName ?? '', authorHandle ?? ''] }),
    ...(authorPlace !== undefined && { authorPlace }),
  };
}

function msOf(instant: string | null | undefined): number | null {
  return instant == null ? null : Date.parse(instant);
}
