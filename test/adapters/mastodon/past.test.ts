import { afterEach, describe, expect, it } from 'vitest';
import {
  type MastodonOptions,
  mastodonSource,
} from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { haveTimedIds, idAt } from '../../../functions/adapters/mastodon/timed-ids.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import type { BucketCount } from '../../../functions/ports/source.ts';
import { aStatus } from './a-status.ts';
import { cassette, cassettesAreHere } from './cassette.ts';
import { json, type Scripted, scriptedServer } from './scripted-server.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BUCKET_MS = 5 * MINUTE_MS;
const NOW_MS = Date.parse('2026-11-03T12:00:00Z');
const SPAN = {
  hashtag: 'cityrun',
  fromMs: NOW_MS - 7 * DAY_MS,
  toMs: NOW_MS - BUCKET_MS,
  nowMs: NOW_MS,
};

let server: Scripted | undefined;
afterEach(() => server?.close());

/** Times of posts, newest first, an even distance apart; it may hang on the hour of the day. */
function timesApart(apartMs: (hour: number) => number, days = 8): readonly number[] {
  const times: number[] = [];
  for (
    let ms = NOW_MS - 1;
    ms > NOW_MS - days * DAY_MS;
    ms -= apartMs(new Date(ms).getUTCHours())
  ) {
    times.push(Math.floor(ms));
  }
  return times;
}

type Server = {
  readonly times: readonly number[];
  /** Ids as Mastodon gives them, or a running number as others do. */
  readonly timed?: boolean;
  /** Requests that are granted in a period. */
  readonly limit?: () => number;
  /** Requests after which it only fails. */
  readonly failsAfter?: number;
};

async function open(
  { times, timed = true, limit, failsAfter = Number.POSITIVE_INFINITY }: Server,
  options: MastodonOptions = {},
) {
  const idOf = (index: number) => (timed ? idAt(times[index] ?? 0) : String(times.length - index));
  const ids = times.map((_, index) => BigInt(idOf(index)));
  let asked = 0;
  server = await scriptedServer((url, response) => {
    if (url.pathname === '/api/v2/instance') return json(response, {}, {}, 404);
    asked += 1;
    if (asked > failsAfter) return json(response, {}, {}, 502);
    const left = (limit?.() ?? Number.POSITIVE_INFINITY) - asked;
    const headers: Record<string, string> = limit
      ? {
          'x-ratelimit-remaining': String(Math.max(0, left)),
          'x-ratelimit-reset': new Date(NOW_MS + BUCKET_MS).toISOString(),
        }
      : {};
    if (left < 0) return json(response, {}, headers, 429);
    const maxId = BigInt(url.searchParams.get('max_id') ?? '99999999999999999999');
    const first = lowest(ids, maxId);
    const page = times
      .slice(first, first + 40)
      .map((ms, index) => aStatus(idOf(first + index), ms));
    const last = page.at(-1)?.id;
    const link = `<https://elsewhere.example${url.pathname}?max_id=${last}>; rel="next"`;
    json(response, page, last === undefined ? headers : { ...headers, link });
  });
  const source = mastodonSource(server.host, { scheme: 'http', ...options });
  if (source.past === undefined) throw new Error('a mastodon source requires a past');
  return { past: source.past.bind(source), pages: () => asked };
}

/** Index of the first (newest) id below. */
function lowest(ids: readonly bigint[], maxId: bigint): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0n) < maxId) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Asks until all is read, a question a minute as polls do. */
async function readAll(past: Awaited<ReturnType<typeof open>>['past'], bucketMs = BUCKET_MS) {
  const counts: BucketCount[] = [];
  let [fromMs, questions] = [SPAN.fromMs, 0];
  while (fromMs < SPAN.toMs) {
    const nowMs = SPAN.nowMs + questions * MINUTE_MS;
    const portion = await past({ ...SPAN, fromMs, nowMs }, bucketMs);
    expect(portion.untilMs).toBeGreaterThan(fromMs);
    counts.push(...portion.counts);
    fromMs = portion.untilMs;
    questions += 1;
  }
  return { counts, questions };
}

function expectTrue(
  counts: readonly BucketCount[],
  times: readonly number[],
  bucketMs = BUCKET_MS,
) {
  const truth = new Map<number, number>();
  for (const ms of times) {
    const startMs = SPAN.fromMs + Math.floor((ms - SPAN.fromMs) / bucketMs) * bucketMs;
    truth.set(startMs, (truth.get(startMs) ?? 0) + 1);
  }
  for (const { startMs, posts } of counts) expect(posts).toBe(truth.get(startMs) ?? 0);
  const starts = counts.map(({ startMs }) => startMs);
  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
}

describe('the past of a server whose ids tell their times', () => {
  it('of a hashtag with ten posts a day is read whole with a dozen requests', async () => {
    const times = timesApart(() => DAY_MS / 10);
    const { past, pages } = await open({ times });
    const { counts, questions } = await readAll(past);

    expect(counts).toHaveLength(7 * 288 - 1);
    expectTrue(counts, times);
    expect(questions).toBe(1);
    expect(pages()).toBeLessThan(13);
  });

  it('of a page or less is read by that page', async () => {
    const times = timesApart(() => DAY_MS / 4);
    const { past, pages } = await open({ times });
    const { counts } = await readAll(past);

    expect(counts).toHaveLength(7 * 288 - 1);
    expectTrue(counts, times);
    expect(pages()).toBe(1);
  });

  it('of a busy hashtag is a sample of the hours of the week', async () => {
    const times = timesApart((hour) => (hour < 6 ? 5 * MINUTE_MS : 12_000));
    const { past, pages } = await open({ times });
    const { counts, questions } = await readAll(past);

    expectTrue(counts, times);
    const hours = new Set(counts.map(({ startMs }) => Math.floor(startMs / HOUR_MS)));
    expect(hours.size).toBeGreaterThanOrEqual(7 * 24 - 8);
    expect(counts.length).toBeGreaterThan(500);
    expect(pages()).toBeLessThan(2 * 7 * 24 + 2 * questions);
    expect(questions).toBeLessThan(16);
  });

  it('pays more pages for one whole bucket where a bucket holds many posts', async () => {
    const times = timesApart(() => 2_000, 1);
    const { past, pages } = await open({ times });
    const span = { ...SPAN, fromMs: NOW_MS - 2 * HOUR_MS };
    const { counts, untilMs } = await past(span, BUCKET_MS);

    expectTrue(counts, times);
    expect(untilMs).toBe(SPAN.toMs);
    expect(counts.map(({ startMs }) => (NOW_MS - startMs) / MINUTE_MS)).toEqual([65, 10]);
    expect(pages()).toBe(1 + 2 * 4);
  });

  it('stops in good time before the rate limit, and goes on in the next period', async () => {
    const times = timesApart(() => MINUTE_MS);
    let limit = 75;
    const { past, pages } = await open({ times, limit: () => limit });
    const first = await past(SPAN, BUCKET_MS);
    expect(pages()).toBeLessThan(20);
    expect(first.untilMs).toBeLessThan(SPAN.toMs);
    limit = 1000;
    const second = await past({ ...SPAN, fromMs: first.untilMs }, BUCKET_MS);

    expectTrue([...first.counts, ...second.counts], times);
    expect(second.untilMs).toBeGreaterThan(first.untilMs);
  });

  it('keeps what it read before the server failed', async () => {
    const times = timesApart(() => MINUTE_MS);
    const { past } = await open({ times, failsAfter: 10 });
    const { counts, untilMs } = await past(SPAN, BUCKET_MS);

    expect(untilMs).toBe(SPAN.fromMs + 4 * HOUR_MS);
    expect(counts).toHaveLength(4 * 12);
    expectTrue(counts, times);
  });

  it('fails where nothing of it can be read', async () => {
    const { past } = await open({ times: timesApart(() => MINUTE_MS), limit: () => 1 });
    await expect(past(SPAN, BUCKET_MS)).rejects.toThrow(SourceError);
  });

  it('is counted in whole buckets of an hour too', async () => {
    const times = timesApart(() => MINUTE_MS);
    const { past } = await open({ times });
    const { counts } = await past({ ...SPAN, toMs: NOW_MS - HOUR_MS }, HOUR_MS);

    expectTrue(counts, times, HOUR_MS);
    expect(counts.length).toBeGreaterThan(8);
  });
});

describe('the past of a server whose ids are mere numbers', () => {
  it('is read from the newest post backwards as far as the pages go', async () => {
    const times = timesApart(() => 5 * MINUTE_MS);
    const { past, pages } = await open({ times, timed: false });
    const { counts, questions } = await readAll(past);

    expect(pages()).toBe(25);
    expect(questions).toBe(1);
    expectTrue(counts, times);
    expect(counts.at(-1)?.startMs).toBe(SPAN.toMs - BUCKET_MS);
    expect(counts.length).toBeGreaterThan(980);
  });

  it('is whole where the pages suffice', async () => {
    const times = timesApart(() => HOUR_MS);
    const { past } = await open({ times, timed: false });
    const { counts } = await readAll(past);
    expect(counts).toHaveLength(7 * 288 - 1);
    expectTrue(counts, times);
  });
});

describe('timed ids', () => {
  it('are those of which most tell the time of their posts', () => {
    const timed = { id: idAt(NOW_MS), createdMs: NOW_MS + 900 };
    expect(haveTimedIds([timed, timed, { id: '7', createdMs: NOW_MS }])).toBe(true);
    expect(haveTimedIds([timed, { id: idAt(NOW_MS), createdMs: NOW_MS - DAY_MS }])).toBe(false);
    expect(haveTimedIds([{ id: '01H8ZC2Y0000000000000000', createdMs: NOW_MS }])).toBe(false);
    expect(haveTimedIds([])).toBe(false);
  });

  it.skipIf(!cassettesAreHere())('are what Mastodon gives', async () => {
    const [answer] = [...cassette('test_public_tl_anonymous').entries()].flatMap(([path, one]) =>
      path.startsWith('/api/v1/timelines/public') ? [one] : [],
    );
    const page = (await answer?.json()) as { id: string; created_at: string }[];
    const posts = page.map(({ id, created_at }) => ({ id, createdMs: Date.parse(created_at) }));

    expect(posts.length).toBeGreaterThan(3);
    expect(haveTimedIds(posts)).toBe(true);
  });
});
