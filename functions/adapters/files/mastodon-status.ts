import * as z from 'zod';
import type { SourcePost } from '../../model/post.ts';
import { htmlText } from '../mastodon/html-text.ts';
import { fieldOf, type JsonShape } from './json-shape.ts';
import { readRecord } from './read-record.ts';
import type { Place } from './reading.ts';
import { AccountDate, Followers, Id, Instant, Name, Text } from './record-parts.ts';
import { namedHashtags, textHashtags } from './text-hashtags.ts';

const Tags = z.array(z.object({ name: z.string() })).nullish();

const Account = z.object(
  {
    uri: Name,
    url: Name,
    acct: Name,
    display_name: Name,
    created_at: AccountDate,
    followers_count: Followers,
  },
  { error: 'an account' },
);
type Account = z.infer<typeof Account>;

const Status = z.object(
  {
    id: Id,
    uri: Name,
    created_at: Instant,
    content: Text,
    language: Name,
    tags: Tags,
    reblog: z.object({ content: Text, tags: Tags }, { error: 'a status' }).nullish(),
    account: Account.refine((account) => authorOf(account) !== undefined, {
      error: 'an account with uri, url or acct',
    }),
  },
  { error: 'a status' },
);
type Status = z.infer<typeof Status>;

/** Mastodon and its kin: a status, or a search answer with `statuses`. */
export const MASTODON_STATUS: JsonShape = {
  posts(record, place) {
    const statuses = fieldOf(record, 'statuses');
    const isPage = Array.isArray(statuses);
    return (isPage ? statuses : [record]).map((status, index) => () => ({
      source: 'mastodon',
      post: toPost(status, isPage ? `statuses[${index}]` : '', place),
    }));
  },
};

function toPost(value: unknown, path: string, place: Place): SourcePost {
  const status = readRecord(Status, value, place, path);
  const { account, reblog } = status;
  const text = htmlText(reblog?.content ?? status.content);
  const names = [account.display_name, account.acct].filter((name) => typeof name === 'string');
  return {
    // Its address is the same on every server, its number is not: files of several may be joined.
    id: status.uri || status.id,
    authorId: authorOf(account) ?? '',
    createdMs: status.created_at,
    authorCreatedMs: account.created_at,
    repost: reblog != null,
    text,
    hashtags: hashtagsOf(status, text),
    language: status.language || null,
    followers: account.followers_count,
    ...(names.length > 0 ? { authorNames: names } : {}),
  };
}

/** An address in the federation: `acct` alone names another account on every server. */
function authorOf({ uri, url, acct }: Account): string | undefined {
  return uri || url || acct || undefined;
}

function hashtagsOf({ tags, reblog }: Status, text: string): readonly string[] {
  const named = [...(tags ?? []), ...(reblog?.tags ?? [])].map(({ name }) => name);
  return named.length > 0 ? namedHashtags(named) : textHashtags(text);
}
