import { plausibleDate } from '../model/account-dates.ts';
import type { IncomingPost, Post } from '../model/post.ts';
import type { Secret } from '../ports/secret.ts';
import { type NameLists, nameClass } from '../signals/name-class.ts';
import { markPlace } from '../signals/place-mark.ts';
import { markText } from '../signals/text-mark.ts';

/**
 * The door: what a source gave becomes what we keep. Text, names, place and account id stay outside.
 * A post that passed it before is taken as it is.
 *
 * Nothing is known yet of its end: `deletedMs` is null even where a file tells it, for only
 * `turfwatch check` may know more than a network would have shown.
 *
 * @param lists what names are compared with; without them names are not measured
 */
export function sealPost(
  post: IncomingPost,
  source: string,
  secret: Secret,
  lists?: NameLists,
): Post {
  if ('sealed' in post) return post.sealed;
  const { authorNames, authorPlace } = post;
  const place = markPlace(authorPlace, secret.textSeed);
  const { id, createdMs, authorCreatedMs, repost, text, language, followers } = post;
  return {
    id,
    account: secret.pseudonym(source, post.authorId),
    createdMs,
    accountCreatedMs: plausibleDate(authorCreatedMs, createdMs),
    repost,
    text: text === null ? null : markText(text, secret.textSeed),
    language,
    followersBucket: followers === null ? null : Math.floor(Math.log2(followers + 1)),
    ...(lists && authorNames && { names: nameClass(authorNames, lists) }),
    ...(place !== undefined && { place }),
    deletedMs: null,
  };
}
