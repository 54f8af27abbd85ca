import { SourceError } from '../../model/errors.ts';
import type { BucketCount, Span } from '../../ports/source.ts';
import { LAG_MS, RECENT_MS } from './capability.ts';
import { type CountsPage, readCountsPage } from './counts-page.ts';
import { X_PRICES } from './prices.ts';
import { secondOf } from './second-of.ts';
import { sumBuckets } from './sum-buckets.ts';
import type { XClient } from './x-client.ts';

export type Counted = {
  readonly counts: readonly BucketCount[];
  /** Before it everything was counted that ever will be; a bucket's end. */
  readonly untilMs: number;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Seven days of minutes come by the day at worst. */
const MOST_PAGES = 12;

/**
 * Counts buckets out of X's minutes, or hours where those will do. X cuts the first and the last to
 * what was asked for: only whole ones are taken, and a bucket that lacks one is a gap.
 *
 * @throws {SourceError} not retryable, if the buckets are not made of whole minutes
 */
export async function countBuckets(
  span: Span,
  bucketMs: number,
  query: string,
  client: XClient,
): Promise<Counted> {
  if (!(bucketMs > 0) || bucketMs % MINUTE_MS !== 0 || span.fromMs % MINUTE_MS !== 0)
    throw new SourceError('x counts minutes: buckets are required to begin and end at whole ones', {
      retryable: false,
    });
  const grainMs = bucketMs % HOUR_MS === 0 && span.fromMs % HOUR_MS === 0 ? HOUR_MS : MINUTE_MS;
  const knownMs = span.nowMs - RECENT_MS + MINUTE_MS;
  const lostBuckets = Math.max(0, Math.ceil((knownMs - span.fromMs) / bucketMs));
  const fromMs = span.fromMs + lostBuckets * bucketMs;
  const endMs = Math.min(span.toMs, span.nowMs - LAG_MS);
  const buckets = Math.floor((endMs - fromMs) / bucketMs);
  const untilMs = fromMs + Math.max(0, buckets) * bucketMs;
  if (buckets < 1) return { counts: [], untilMs };
  const grains = await countGrains({ query, fromMs, toMs: untilMs, grainMs }, span.nowMs, client);
  return { counts: sumBuckets(grains, { fromMs, toMs: untilMs }, bucketMs, grainMs), untilMs };
}

type Asked = {
  readonly query: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly grainMs: number;
  readonly nextToken?: string | undefined;
};

/** Posts of each whole minute or hour, by its start. */
async function countGrains(
  asked: Asked,
  nowMs: number,
  client: XClient,
): Promise<ReadonlyMap<number, number>> {
  const grains = new Map<number, number>();
  let page = await countPage(asked, nowMs, client);
  if (isSilent(page)) return zeros(asked);
  for (let pages = 1; ; pages += 1) {
    for (const { startMs, endMs, posts } of page.buckets)
      if (endMs - startMs === asked.grainMs) grains.set(startMs, posts);
    if (page.nextToken === undefined || pages === MOST_PAGES) return grains;
    page = await countPage({ ...asked, nextToken: page.nextToken }, nowMs, client);
  }
}

function countPage(
  { query, fromMs, toMs, grainMs, nextToken }: Asked,
  nowMs: number,
  client: XClient,
): Promise<CountsPage> {
  const params = {
    query,
    granularity: grainMs === HOUR_MS ? 'hour' : 'minute',
    start_time: secondOf(fromMs),
    end_time: secondOf(toMs),
    ...(nextToken !== undefined && { next_token: nextToken }),
  };
  return client.ask(
    {
      path: '/2/tweets/counts/recent',
      params: () => params,
      allowance: 'counts',
      most: X_PRICES.countRequest,
      read: (body) => ({ value: readCountsPage(body), cost: X_PRICES.countRequest }),
    },
    nowMs,
  );
}

/** X may list no bucket at all where it counted nothing. */
function isSilent({ buckets, total, nextToken }: CountsPage): boolean {
  return buckets.length === 0 && total === 0 && nextToken === undefined;
}

function zeros({ fromMs, toMs, grainMs }: Asked): ReadonlyMap<number, number> {
  const zeros = new Map<number, number>();
  for (let startMs = fromMs; startMs < toMs; startMs += grainMs) zeros.set(startMs, 0);
  return zeros;
}
