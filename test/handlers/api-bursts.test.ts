import { expect, it } from 'vitest';
import { BurstPageView, BurstView } from '../../functions/contract/burst.ts';
import { aBaseline, aChunk } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 6, 12);

it('lists the last 30 days, newest first, by the event’s clock', async () => {
  const { call, ports } = openApi();
  for (const days of [1, 29, 31]) {
    await ports.bursts.save(aBurst({ startMs: NOW_MS - days * DAY_MS }));
  }

  const { bursts, next } = BurstPageView.parse((await call('GET', '/v1/bursts')).json);

  expect(bursts.map(({ start }) => (NOW_MS - Date.parse(start)) / DAY_MS)).toEqual([1, 29]);
  expect(next).toBeNull();
  const later = await call('GET', '/v1/bursts', { atMs: NOW_MS + 20 * DAY_MS });
  expect(later.json.bursts).toHaveLength(1);
});

it('tells a verdict in words, and a burst without one as not judged', async () => {
  const { call, ports } = openApi();
  await ports.bursts.save(aBurst({ verdict: aVerdict() }));
  await ports.bursts.save(aBurst({ watchId: 'replay:new', hashtag: 'new' }));

  const { bursts } = BurstPageView.parse((await call('GET', '/v1/bursts')).json);

  const judged = bursts.find(({ hashtag }) => hashtag === 'harbour')?.verdict;
  expect(judged).toMatchObject({ level: 'coordinated', strength: 0.82, posts: 412, accounts: 96 });
  expect(judged?.headline).toMatch(/^Coordinated/);
  expect(judged?.reasons[0]).toMatch(/\d/);
  expect(bursts.find(({ hashtag }) => hashtag === 'new')?.verdict).toBeNull();
});

it.each`
  query                                                  | hashtags
  ${'level=suspicious'}                                  | ${['fair']}
  ${'q=%23HARB'}                                         | ${['harbour']}
  ${'source=mastodon'}                                   | ${['fair']}
  ${'from=2026-01-06T12:30:00Z'}                         | ${['fair']}
  ${'to=2026-01-06T12:30:00Z'}                           | ${['harbour']}
  ${'from=2026-01-06T12:00:00Z&to=2026-01-06T12:00:01Z'} | ${['harbour']}
  ${'level=organic'}                                     | ${[]}
`('filters by $query', async ({ query, hashtags }) => {
  const { call, ports } = openApi();
  await ports.bursts.save(aBurst({ verdict: aVerdict() }));
  await ports.bursts.save(
    aBurst({
      watchId: 'mastodon:fair@example.org',
      source: 'mastodon',
      place: 'example.org',
      hashtag: 'fair',
      startMs: START_MS + 3_600_000,
      verdict: aVerdict({ level: 'suspicious' }),
    }),
  );

  const answer = await call('GET', `/v1/bursts?${query}`);

  expect(answer.json.bursts.map(({ hashtag }: { hashtag: string }) => hashtag)).toEqual(hashtags);
});

it('pages through bursts, each once, newest first', async () => {
  const { call, ports } = openApi();
  for (let minute = 0; minute < 7; minute += 1) {
    await ports.bursts.save(aBurst({ startMs: START_MS + minute * 60_000 }));
  }
  const starts: string[] = [];
  let cursor = '';
  for (let page = 0; page < 3; page += 1) {
    const answer = await call('GET', `/v1/bursts?limit=3${cursor}`);
    starts.push(...answer.json.bursts.map(({ start }: { start: string }) => start));
    cursor = `&cursor=${encodeURIComponent(answer.json.next)}`;
    expect(answer.json.next === null).toBe(page === 2);
  }

  expect(new Set(starts).size).toBe(7);
  expect(starts).toEqual(starts.toSorted().reverse());
});

it.each([{ decoded: true }, { decoded: false }])(
  'shows one burst with its evidence, with the path handed on decoded: $decoded',
  async ({ decoded }) => {
    const { call, ports } = openApi();
    const verdict = aVerdict({ share: { low: 0.2, likely: 0.3, high: 0.45 } });
    await ports.bursts.save(
      aBurst({
        watchId: 'mastodon:پاکستان@mastodon.social',
        hashtag: 'پاکستان',
        verdict,
        firstCoordinatedMs: START_MS + 120_000,
        alert: {
          alertId: 'x',
          level: 'coordinated',
          state: 'sent',
          raisedMs: START_MS + 120_000,
          sentMs: START_MS + 125_000,
        },
      }),
    );
    const id = encodeURIComponent(`mastodon:پاکستان@mastodon.social/${START_MS}`);

    const answer = await call('GET', `/v1/bursts/${id}`, { decoded });

    const burst = BurstView.parse(answer.json);
    expect(burst.hashtag).toBe('پاکستان');
    expect(burst.verdict?.evidence).toMatchObject(verdict.evidence);
    expect(burst.verdict?.evidence[0]).toMatchObject({
      sentence: expect.stringMatching(/^130 of .* repeat .* by 48 accounts/),
    });
    expect(burst.verdict).toMatchObject({ share: verdict.share, citing: verdict.citing });
    expect(burst.verdict?.alternative).not.toBe('');
    expect(burst.verdict?.thresholds).toBe('2026-11-a');
    expect(burst.firstCoordinated).toBe('2026-01-06T12:02:00.000Z');
    expect(burst.alert?.sent).toBe('2026-01-06T12:02:05.000Z');
  },
);

it('joins the volume around a burst from full chunks and the one being filled', async () => {
  const { call, ports } = openApi();
  const burst = await ports.bursts.save(aBurst({ startMs: START_MS, endMs: START_MS + 600_000 }));
  const before = aChunk({
    startMs: START_MS - 20 * 60_000,
    posts: [1, 2, 3, 4],
    expected: [1, 1, 1, 1],
  });
  const now = aChunk({ startMs: START_MS + 5 * 60_000, posts: [80, 9], expected: [2, 2] });
  const other = aChunk({ startMs: START_MS - 60 * 60_000, bucketMinutes: 15 });
  await ports.baselines.save(aBaseline({ volume: now }), [other, before]);

  const answer = await call('GET', `/v1/bursts/${encodeURIComponent(burst.burstId)}`);

  expect(BurstView.parse(answer.json).volume).toEqual({
    startMs: START_MS - 20 * 60_000,
    bucketMinutes: 5,
    posts: [1, 2, 3, 4, null, 80, 9],
    expected: [1, 1, 1, 1, null, 2, 2],
  });
});

it.each(['replay:harbour/1', 'replay:harbour/17x', 'harbour', 'a/b/posts'])(
  'knows no burst %s',
  async (burstId) => {
    const { call } = openApi();

    const answer = await call('GET', `/v1/bursts/${encodeURIComponent(burstId)}`);

    expect(answer.status).toBe(404);
    expect(answer.json.detail).toBe(`there is no burst ${burstId}`);
  },
);

it('does not show the posts of a burst', async () => {
  const { call, ports } = openApi();
  const { burstId } = await ports.bursts.save(aBurst());

  expect((await call('GET', `/v1/bursts/${burstId}/posts`)).status).toBe(404);
});

it('says that nothing changed to whoever holds the same answer', async () => {
  const { call, ports } = openApi();
  const { burstId } = await ports.bursts.save(aBurst());
  const path = `/v1/bursts/${encodeURIComponent(burstId)}`;
  const first = await call('GET', path);
  const held = { 'if-none-match': String(first.headers.etag) };

  const same = await call('GET', path, { headers: held });
  expect(same.status).toBe(304);
  expect(same.text).toBe('');
  expect(same.headers['cache-control']).toBe('private, no-cache');

  const stored = await ports.bursts.get('replay:harbour', START_MS);
  if (stored) await ports.bursts.save({ ...stored, peakPosts: 999 });
  expect((await call('GET', path, { headers: held })).json.peakPosts).toBe(999);
});
