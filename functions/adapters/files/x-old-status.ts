import * as z from 'zod';
import type { SourcePost } from '../../model/post.ts';
import { fieldOf, type JsonShape } from './json-shape.ts';
import { readRecord } from './read-record.ts';
import type { Place } from './reading.ts';
import { AccountDate, Followers, Id, Instant, Name } from './record-parts.ts';
import { refinedMs } from './snowflake-time.ts';
import { namedHashtags, textHashtags } from './text-hashtags.ts';
import { xLanguage } from './x-language.ts';

const Tags = z.object({ hashtags: z.array(z.object({ text: z.string() })).nullish() }).nullish();

const Words = {
  text: Name,
  full_text: Name,
  entities: Tags,
  extended_tweet: z.object({ full_text: Name, entities: Tags }).nullish(),
};

const OldUser = z.object(
  {
    id: Id.optional(),
    id_str: Id.optional(),
    created_at: AccountDate,
    name: Name,
    screen_name: Name,
    location: Name,
    followers_count: Followers,
  },
  { error: 'a user' },
);

const OldStatus = z.object(
  {
    id: Id.optional(),
    id_str: Id.optional(),
    created_at: Instant,
    user: OldUser.refine((user) => idOf(user) !== undefined, { error: 'a user with an id' }),
    lang: Name,
    retweeted_status: z.object(Words, { error: 'a post' }).nullish(),
    ...Words,
  },
  { error: 'a post' },
);
type OldStatus = z.infer<typeof OldStatus>;
type OldWords = NonNullable<OldStatus['retweeted_status']>;

/** X API v1.1, of which many dumps are about: a status, or a search answer with `statuses`. */
export const X_OLD_STATUS: JsonShape = {
  posts(record, place) {
    const statuses = fieldOf(record, 'statuses');
    const isPage = Array.isArray(statuses);
    return (isPage ? statuses : [record]).map((status, index) => () => ({
      source: 'x',
      post: toPost(status, isPage ? `statuses[${index}]` : '', place),
    }));
  },
};

function toPost(value: unknown, path: string, place: Place): SourcePost {
  const status = readRecord(OldStatus, value, place, path);
  const { user, retweeted_status: original } = status;
  // The text form comes first: as a number an id may have lost its last digits before us.
  const id = readRecord(Id, idOf(status), place, path === '' ? 'id_str' : `${path}.id_str`);
  const names = [user.name, user.screen_name].filter((name) => typeof name === 'string');
  return {
    id,
    authorId: idOf(user) ?? '',
    createdMs: refinedMs(id, status.created_at) ?? status.created_at,
    authorCreatedMs: user.created_at,
    repost: original != null,
    text: textOf(status),
    hashtags: hashtagsOf([status, ...(original ? [original] : [])]),
    language: xLanguage(status.lang),
    followers: user.followers_count,
    ...(names.length > 0 ? { authorNames: names } : {}),
    ...(user.location === undefined ? {} : { authorPlace: user.location || null }),
  };
}

function idOf({ id_str, id }: { id?: string | undefined; id_str?: string | undefined }) {
  return id_str ?? id;
}

function textOf({ extended_tweet, full_text, text }: OldWords): string | null {
  return extended_tweet?.full_text ?? full_text ?? text ?? null;
}

function hashtagsOf(statuses: readonly OldWords[]): readonly string[] {
  const named = statuses.flatMap(
    ({ extended_tweet, entities }) => (extended_tweet?.entities ?? entities)?.hashtags ?? [],
  );
  if (named.length > 0) return namedHashtags(named.map(({ text }) => text));
  return namedHashtags(statuses.flatMap((status) => textHashtags(textOf(status) ?? '')));
}
