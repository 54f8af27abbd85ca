import { describe, expect, it } from 'vitest';
import { readCountsPage } from '../../../functions/adapters/x/counts-page.ts';
import { postTime } from '../../../functions/adapters/x/post-time.ts';
import { anX } from './an-x.ts';
import { type Recorded, xCassette, xCassettesAreHere } from './cassette.ts';

const HOUR_MS = 3_600_000;

describe.skipIf(!xCassettesAreHere())('xSource on recorded answers of X', () => {
  const spanOf = ({ dateMs }: Recorded) => {
    const toMs = Math.floor(dateMs / HOUR_MS) * HOUR_MS;
    return { hashtag: 'tweepy', fromMs: toMs - 167 * HOUR_MS, toMs, nowMs: dateMs };
  };

  it.each([
    ['test_client_get_recent_tweets_count', 409],
    ['test_asyncclient_get_recent_tweets_count', 5266],
  ])('takes the whole hours of %s, not the cut ones at its ends', async (name, posts) => {
    const recorded = xCassette(name);
    const all = readCountsPage(JSON.parse(recorded.body));
    const [first, last] = [all.buckets.at(0), all.buckets.at(-1)];
    const counts = await anX('127.0.0.1:9', { fetch: recorded.fetch }).counts(
      spanOf(recorded),
      HOUR_MS,
    );

    expect(recorded.path).toBe('/2/tweets/counts/recent');
    expect(counts).toHaveLength(167);
    expect(counts.reduce((sum, bucket) => sum + bucket.posts, 0)).toBe(posts);
    expect(posts).toBe((all.total ?? 0) - (first?.posts ?? 0) - (last?.posts ?? 0));
    for (const cut of [first, last])
      expect((cut?.endMs ?? 0) - (cut?.startMs ?? 0)).toBeLessThan(HOUR_MS);
  });

  it('shows that X counts up to ten seconds ago', () => {
    const recorded = xCassette('test_client_get_recent_tweets_count');
    const { buckets } = readCountsPage(JSON.parse(recorded.body));

    expect(recorded.dateMs - (buckets.at(-1)?.endMs ?? 0)).toBe(10_000);
  });

  it.each(['test_client_search_recent_tweets', 'test_asyncclient_search_recent_tweets'])(
    'refuses the posts of %s, recorded without the fields that we ask for, by their names',
    async (name) => {
      const recorded = xCassette(name);
      const question = anX('127.0.0.1:9', { fetch: recorded.fetch }).posts(spanOf(recorded), 10);

      await expect(question).rejects.toThrow(/data\[0]\.author_id: .*data\[0]\.created_at: /);
    },
  );

  it('tells from the ids of recorded posts when they were made', () => {
    const { body } = xCassette('test_asyncclient_search_recent_tweets');
    const posts: readonly { id: string; text: string }[] = JSON.parse(body).data;
    // Posts of a script that writes the time at which it posts, an hour ahead of UTC.
    const timed = posts.filter(({ text }) => /^2022-10-07 .* tweepy$/.test(text));

    expect(timed.length).toBeGreaterThan(5);
    for (const { id, text } of timed) {
      const writtenMs = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 23)}+01:00`);
      const delay = postTime(id, Math.floor(writtenMs / 1000) * 1000) - writtenMs;
      expect(Math.abs(delay)).toBeLessThan(1_500);
    }
  });
});
