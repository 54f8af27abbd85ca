import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { normaliseHashtag } from '../../model/hashtag.ts';
import type { Trend } from '../../ports/source.ts';
import { requireShape } from '../net/require-shape.ts';
import { X_PRICES } from './prices.ts';
import type { XClient } from './x-client.ts';

/** Where On Earth id of the whole world. */
const WORLD = '1';

const Count = z.int().nonnegative().nullish().catch(null);

const Line = z.object({ trend_name: z.string(), post_count: Count, tweet_count: Count });

const Page = z.object({ data: z.array(Line).optional() });

/**
 * The hashtags of a place's trend list, first the first; phrases are left out.
 *
 * @param place a WOEID, null for the world
 * @param most lines, 1 to 50; phrases count too, and are paid for
 */
export async function trendList(
  place: string | null,
  most: number,
  nowMs: number,
  client: XClient,
): Promise<readonly Trend[]> {
  const woeid = place ?? WORLD;
  if (!/^\d{1,10}$/.test(woeid))
    throw new SourceError('x names a place by its WOEID: a number is required, 1 for the world', {
      retryable: false,
    });
  const lines = await client.ask(
    {
      path: `/2/trends/by/woeid/${woeid}`,
      params: () => ({ max_trends: String(most) }),
      allowance: 'trends',
      most: most * X_PRICES.trend,
      read(body) {
        const { data = [] } = requireShape(
          Page,
          body,
          'x answered with trends that cannot be read',
        );
        return { value: data, cost: data.length * X_PRICES.trend };
      },
    },
    nowMs,
  );
  const trends = lines.filter(({ trend_name }) => /^[#＃]/u.test(trend_name)).map(trendOf);
  // X lists a hashtag twice where two spellings of it trend.
  const first = new Map(trends.toReversed().map((trend) => [trend.hashtag, trend]));
  return trends.filter((trend) => trend.hashtag !== '' && first.get(trend.hashtag) === trend);
}

function trendOf({ trend_name, post_count, tweet_count }: z.infer<typeof Line>): Trend {
  return {
    hashtag: normaliseHashtag(trend_name),
    display: trend_name.replace(/^[#＃]/u, ''),
    posts: post_count ?? tweet_count ?? null,
    accounts: null,
    startedMs: null,
  };
}
