import type { Post, SourcePost } from '../model/post.ts';
import type { Secret } from '../ports/secret.ts';
import { markText } from '../signals/text-mark.ts';

/**
 * The door: what a source gave becomes what we keep. Text, handle and account id stay outside.
 *
 * Nothing is known yet of its end: `deletedMs` is null even where a file tells it, for only
 * `turfwatch check` may know more than a network would have shown.
 */
export function sealPost(post: SourcePost, source: string, secret: Secret): Post {
  const { id, createdMs, authorCreatedMs, repost, text, language, followers } = post;
  return {
    id,
    account: secret.pseudonym(source, post.authorId),
    createdMs,
    accountCreatedMs: authorCreatedMs,
    repost,
    text: text === null ? null : markText(text, secret.textSeed),
    language,
    followersBucket: followers === null ? null : Math.floor(Math.log2(followers + 1)),
    deletedMs: null,
  };
}
