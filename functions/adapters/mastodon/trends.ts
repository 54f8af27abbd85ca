import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { normaliseHashtag } from '../../model/hashtag.ts';
import type { Trend } from '../../ports/source.ts';
import { mostly } from '../net/mostly.ts';
import { parseJson } from '../net/parse-json.ts';
import type { ApiClient } from './api-client.ts';
import { asksForLogin } from './refusal.ts';

/** Mastodon writes these as strings, some of its relatives as numbers. */
const Count = z.coerce.number().int().nonnegative();

const Tags = mostly(
  z.object({
    name: z.string(),
    history: z.array(z.object({ uses: Count, accounts: Count })).nullish(),
  }),
);

/** Today and yesterday, as Mastodon's own pages tell: today alone would begin with nothing. */
const DAYS = 2;

/**
 * What one server says is trending there, first the first.
 *
 * @throws {SourceError} not retryable, of a server that lists no trends
 */
export async function readTrends(api: ApiClient, nowMs: number): Promise<readonly Trend[]> {
  const answer = await api.get('/api/v1/trends/tags?limit=20', nowMs);
  if (answer.status !== 200)
    throw new SourceError(`${api.host} ${refusalOf(answer)} (status ${answer.status})`, {
      retryable: false,
    });
  const parsed = Tags.safeParse(parseJson(api, answer));
  if (!parsed.success)
    throw new SourceError(`${api.host} answered with trends that cannot be read`, {
      retryable: false,
    });
  return parsed.data
    .map(({ name, history }) => ({
      hashtag: normaliseHashtag(name),
      display: name.replace(/^[#＃]/u, ''),
      posts: sum(history, 'uses'),
      accounts: sum(history, 'accounts'),
      startedMs: null,
    }))
    .filter(({ hashtag }) => hashtag !== '');
}

function refusalOf(answer: Parameters<typeof asksForLogin>[0]): string {
  return asksForLogin(answer) ? 'lists its trends only after a login' : 'lists no trends';
}

type Day = { readonly uses: number; readonly accounts: number };

function sum(history: readonly Day[] | null | undefined, what: keyof Day): number | null {
  if (history === null || history === undefined || history.length === 0) return null;
  return history.slice(0, DAYS).reduce((total, day) => total + day[what], 0);
}

/**
 * One list of the lists of several servers: by the best place that a hashtag has on any. What they
 * count is much the same posts, so the largest count stands, never a sum.
 */
export function uniteTrends(lists: readonly (readonly Trend[])[]): readonly Trend[] {
  const ranked = lists.flatMap((list) => list.map((trend, rank) => ({ trend, rank })));
  const united = new Map<string, Trend>();
  for (const { trend } of ranked.sort((a, b) => a.rank - b.rank)) {
    const known = united.get(trend.hashtag);
    united.set(trend.hashtag, known === undefined ? trend : larger(known, trend));
  }
  return [...united.values()];
}

function larger(one: Trend, other: Trend): Trend {
  const max = (a: number | null, b: number | null) =>
    a === null || b === null ? (a ?? b) : Math.max(a, b);
  return {
    ...one,
    posts: max(one.posts, other.posts),
    accounts: max(one.accounts, other.accounts),
  };
}
