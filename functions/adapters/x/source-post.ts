import { normaliseHashtag } from '../../model/hashtag.ts';
import type { SourcePost } from '../../model/post.ts';
import { postTime } from './post-time.ts';
import type { XPost, XUser } from './search-page.ts';

/**
 * A post of a search for a hashtag. Of an author whom X keeps back only the id is known.
 *
 * @param hashtag that found it: X folds spellings that the post's own tags keep apart
 */
export function sourcePost(post: XPost, user: XUser | undefined, hashtag: string): SourcePost {
  return {
    id: post.id,
    authorId: post.author_id,
    createdMs: postTime(post.id, post.created_at),
    repost: isRepost(post),
    text: plainText((post.note_post ?? post.note_tweet)?.text ?? post.text),
    hashtags: [...new Set([hashtag, ...hashtagsOf(post)])],
    language: languageOf(post.lang),
    ...authorOf(user),
  };
}

function authorOf(user: XUser | undefined) {
  if (user === undefined) return { authorCreatedMs: null, followers: null };
  return {
    authorCreatedMs: user.created_at ?? null,
    followers: user.public_metrics?.followers_count ?? null,
    authorNames: [user.name ?? '', user.username ?? ''],
    authorPlace: user.location || null,
  };
}

function isRepost({ referenced_posts, referenced_tweets }: XPost): boolean {
  const references = referenced_posts ?? referenced_tweets ?? [];
  return references.some(({ type }) => type === 'reposted' || type === 'retweeted');
}

function hashtagsOf({ entities, note_post, note_tweet }: XPost): readonly string[] {
  const parts = [entities, note_post?.entities, note_tweet?.entities];
  const tags = parts.flatMap((part) => part?.hashtags ?? []);
  return tags.map(({ tag }) => normaliseHashtag(tag)).filter((tag) => tag !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** X writes three characters as HTML does. */
function plainText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

const OLD_CODES: Readonly<Record<string, string>> = { in: 'id', iw: 'he', ji: 'yi' };

/** X says `und` and codes from `qaa` to `qtz` where there is no language to tell. */
function languageOf(lang: string | null | undefined): string | null {
  if (!lang || /^(?:und|zxx|q[a-t][a-z])$/.test(lang)) return null;
  return OLD_CODES[lang] ?? lang;
}
