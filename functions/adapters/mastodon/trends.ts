import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { normaliseHashtag } from '../../model/hashtag.ts';
import type { Trend } from '../../ports/source.ts';
import { mostly } from '../net/mostly.ts';
import { parseJson } from '../net/parse-json.ts';
import { requireShape } from '../net/require-shape.ts';
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
  const says = `${api.host} answered with trends that cannot be read`;
  return requireShape(Tags, parseJson(api, answer), says)
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
