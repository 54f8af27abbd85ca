import * as z from 'zod';
import type { SourcePost } from '../../model/post.ts';
import { fieldOf, type JsonShape } from './json-shape.ts';
import { readRecord } from './read-record.ts';
import type { Place } from './reading.ts';
import { AccountDate, Followers, Id, Instant, Name, Text } from './record-parts.ts';
import { namedHashtags, textHashtags } from './text-hashtags.ts';

const Author = z.object(
  {
    did: Id,
    handle: Name,
    displayName: Name,
    createdAt: AccountDate,
    followersCount: Followers,
  },
  { error: 'an author' },
);

const Facets = z.array(
  z.object({ features: z.array(z.object({ $type: Name, tag: Name })).nullish() }),
);

const View = z.object(
  {
    uri: Id,
    author: Author,
    record: z.object(
      {
        text: Text,
        createdAt: Instant,
        langs: z.array(z.string()).nullish(),
        tags: z.array(z.string()).nullish(),
        facets: Facets.nullish(),
      },
      { error: 'a record' },
    ),
  },
  { error: 'a post' },
);
type View = z.infer<typeof View>;

const Reason = z.object({ by: Author, indexedAt: Instant }, { error: 'a reason' });

export const SELF_DECLARED =
  'bluesky: times of posts and accounts are what their authors declare, not what a server saw';

/** Bluesky: a page of `posts` (searchPosts, getPosts) or of a `feed`, or one of these by itself. */
export const BLUESKY_POST: JsonShape = {
  posts(record, place) {
    const name = ['posts', 'feed'].find((key) => Array.isArray(fieldOf(record, key)));
    const items = name === undefined ? [record] : [fieldOf(record, name)].flat();
    return items.map((item, index) => () => ({
      source: 'bluesky',
      post: ofFeed(item, name === undefined ? '' : `${name}[${index}]`, place),
    }));
  },
};

/** An item of a feed holds a post, and the reason why it stands there: such as that somebody repeats it. */
function ofFeed(item: unknown, path: string, place: Place): SourcePost {
  const inner = fieldOf(item, 'post');
  if (inner === undefined) return toPost(readRecord(View, item, place, path));
  const post = toPost(readRecord(View, inner, place, `${path}.post`));
  const reason = fieldOf(item, 'reason');
  if (!String(fieldOf(reason, '$type') ?? '').endsWith('reasonRepost')) return post;
  const { by, indexedAt } = readRecord(Reason, reason, place, `${path}.reason`);
  const reposted = { ...post, ...authorOf(by), createdMs: indexedAt, repost: true };
  return { ...reposted, id: `${post.id} ${by.did}` };
}

function toPost({ uri, author, record }: View): SourcePost {
  return {
    id: uri,
    createdMs: record.createdAt,
    repost: false,
    text: record.text,
    hashtags: hashtagsOf(record),
    language: record.langs?.[0] ?? null,
    ...authorOf(author),
  };
}

function authorOf({ did, handle, displayName, createdAt, followersCount }: View['author']) {
  const names = [displayName, handle].filter((name) => typeof name === 'string');
  return {
    authorId: did,
    authorCreatedMs: createdAt,
    followers: followersCount,
    ...(names.length > 0 ? { authorNames: names } : {}),
  };
}

function hashtagsOf({ tags, facets, text }: View['record']): readonly string[] {
  const marked = (facets ?? []).flatMap(({ features }) => features ?? []).map(({ tag }) => tag);
  const named = [...(tags ?? []), ...marked].filter((tag) => typeof tag === 'string');
  return named.length > 0 ? namedHashtags(named) : textHashtags(text);
}
