import * as z from 'zod';
import type { SourcePost } from '../../model/post.ts';
import { BadLineError } from '../replay/bad-line-error.ts';
import { fieldOf, type JsonShape } from './json-shape.ts';
import { MOMENT_EXPECTED } from './moment.ts';
import { readRecord } from './read-record.ts';
import type { Place } from './reading.ts';
import { Id, Instant, Name, Text } from './record-parts.ts';
import { refinedMs } from './snowflake-time.ts';
import { namedHashtags, textHashtags } from './text-hashtags.ts';
import { xLanguage } from './x-language.ts';
import { XUser, xAuthor } from './x-user.ts';

const Tags = z.object({ hashtags: z.array(z.object({ tag: z.string() })).nullish() }).nullish();

const References = z.array(z.object({ type: z.string(), id: Id })).nullish();

const XPost = z.object(
  {
    id: Id,
    text: Text,
    author_id: Id,
    created_at: Instant.optional(),
    lang: Name,
    entities: Tags,
    referenced_tweets: References,
    referenced_posts: References,
  },
  { error: 'a post' },
);
type XPost = z.infer<typeof XPost>;

type Page = {
  readonly users: ReadonlyMap<string, XUser>;
  readonly placesTold: boolean;
  /** Posts that others of the page refer to, as they came. */
  readonly originals: ReadonlyMap<string, unknown>;
};

/** X API v2: a page of `data` and `includes`, or a post with or without `includes` of its own. */
export const X_PAGE: JsonShape = {
  posts(record, place) {
    const data = fieldOf(record, 'data');
    // A page may hold nothing but errors or a count of zero.
    const bare = data === undefined && fieldOf(record, 'author_id') !== undefined;
    const posts = bare ? [record] : [data ?? []].flat();
    const page = pageOf(record, place);
    const isList = Array.isArray(data);
    const pathOf = (index: number) => (isList ? `data[${index}]` : bare ? '' : 'data');
    return posts.map((post, index) => () => ({
      source: 'x',
      post: toPost(post, pathOf(index), page, place),
    }));
  },
};

function pageOf(record: unknown, place: Place): Page {
  const includes = fieldOf(record, 'includes');
  const users = readRecord(
    z.array(XUser, { error: 'a list of users' }),
    fieldOf(includes, 'users') ?? [],
    place,
    'includes.users',
  );
  const originals = fieldOf(includes, 'tweets') ?? fieldOf(includes, 'posts') ?? [];
  return {
    users: new Map(users.map((user) => [user.id, user])),
    placesTold: users.some(({ location }) => location != null),
    originals: new Map([originals].flat().map((one) => [String(fieldOf(one, 'id')), one])),
  };
}

function toPost(value: unknown, path: string, page: Page, place: Place): SourcePost {
  const post = readRecord(XPost, value, place, path);
  const own = fieldOf(value, 'author');
  const author = own === undefined ? undefined : readRecord(XUser, own, place, `${path}.author`);
  const references = post.referenced_tweets ?? post.referenced_posts ?? [];
  const repeated = references.find(({ type }) => type === 'retweeted');
  return {
    id: post.id,
    authorId: post.author_id,
    createdMs: createdMs(post, path, place),
    repost: repeated !== undefined,
    text: post.text,
    hashtags: hashtagsOf(post, page.originals.get(repeated?.id ?? '')),
    language: xLanguage(post.lang),
    ...xAuthor(author ?? page.users.get(post.author_id), page.placesTold || author !== undefined),
  };
}

/** X cuts the text of a repost, and with it the last hashtags: the original has them all. */
function hashtagsOf(post: XPost, original: unknown): readonly string[] {
  const whole = Tags.safeParse(fieldOf(original, 'entities')).data;
  const named = [post.entities, whole].flatMap((tags) => tags?.hashtags ?? []);
  return named.length > 0 ? namedHashtags(named.map(({ tag }) => tag)) : textHashtags(post.text);
}

function createdMs({ id, created_at }: XPost, path: string, place: Place): number {
  const ms = refinedMs(id, created_at ?? null);
  if (ms !== null) return ms;
  const field = path === '' ? 'created_at' : `${path}.created_at`;
  throw new BadLineError({ ...place, field, expected: MOMENT_EXPECTED, found: 'nothing' });
}
