import { expect, it } from 'vitest';
import { WatchPageView, WatchView } from '../../functions/contract/watch.ts';
import { aBaseline } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';
import { aWatch } from '../support/a-watch.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';

const WISH = { source: 'mastodon', hashtag: '#Élection2026', place: 'mastodon.social' } as const;
const ID = encodeURIComponent('mastodon:élection2026@mastodon.social');

it('adds a watch under the one spelling of its hashtag, with the event’s time', async () => {
  const { call, ports } = openApi();

  const answer = await call('POST', '/v1/watches', { body: { ...WISH, intervalMinutes: 15 } });

  expect(answer.status).toBe(201);
  expect(answer.headers.location).toBe(`/v1/watches/${ID}`);
  expect(WatchView.parse(answer.json)).toEqual({
    watchId: 'mastodon:élection2026@mastodon.social',
    source: 'mastodon',
    place: 'mastodon.social',
    hashtag: 'élection2026',
    display: 'Élection2026',
    intervalMinutes: 15,
    state: 'active',
    health: { state: 'ok' },
    baseline: null,
    origin: null,
    createdAt: new Date(NOW_MS).toISOString(),
  });
  const stored = await ports.watches.get('mastodon:élection2026@mastodon.social');
  expect(stored?.phaseMinutes).toBeGreaterThanOrEqual(0);
  expect(stored?.phaseMinutes).toBeLessThan(15);
});

it.each([
  ['#IŞIK', 'ışık', 'IŞIK'],
  ['#پاكستان', 'پاکستان', 'پاكستان'],
  ['#ভোট২০২৬', 'ভোট2026', 'ভোট২০২৬'],
  ['harbour', 'harbour', undefined],
])('keeps %s under %s, and how it was written', async (typed, hashtag, display) => {
  const { call } = openApi();

  const answer = await call('POST', '/v1/watches', { body: { ...WISH, hashtag: typed } });

  expect(WatchView.parse(answer.json)).toMatchObject({ hashtag });
  expect(WatchView.parse(answer.json).display).toBe(display);
});

it('answers a second wish with the watch that stands, unchanged', async () => {
  const { call } = openApi();
  const first = await call('POST', '/v1/watches', { body: WISH });

  const second = await call('POST', '/v1/watches', {
    body: { ...WISH, hashtag: 'ÉLECTION2026', intervalMinutes: 60 },
    atMs: NOW_MS + 5,
  });

  expect(second.status).toBe(200);
  expect(second.json).toEqual(first.json);
});

it('spreads watches of one interval over its minutes', async () => {
  const { call, ports } = openApi();
  for (let index = 0; index < 60; index += 1) {
    await call('POST', '/v1/watches', { body: { ...WISH, hashtag: `tag${index}` } });
  }

  const phases = (await ports.watches.list(100)).map(({ phaseMinutes }) => phaseMinutes);

  for (const phase of [0, 1, 2, 3, 4]) {
    expect(phases.filter((one) => one === phase).length).toBeGreaterThan(4);
  }
});

it('pages through all watches, each once', async () => {
  const { call, ports } = openApi();
  const names = ['a', 'b', 'ب', 'd', 'e'];
  for (const hashtag of names) {
    await ports.watches.save(aWatch({ watchId: `replay:${hashtag}`, hashtag }));
  }
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 3; page += 1) {
    const answer = await call('GET', `/v1/watches?limit=2${cursor}`);
    const { watches, next } = WatchPageView.parse(answer.json);
    seen.push(...watches.map(({ hashtag }) => hashtag));
    cursor = `&cursor=${encodeURIComponent(next ?? '')}`;
    expect(next === null).toBe(page === 2);
  }

  expect(seen.toSorted()).toEqual(names.toSorted());
});

it.each([{ decoded: true }, { decoded: false }])(
  'finds one watch by its id, with the path handed on decoded: $decoded',
  async ({ decoded }) => {
    const { call } = openApi();
    await call('POST', '/v1/watches', { body: WISH });

    const answer = await call('GET', `/v1/watches/${ID}`, { decoded });

    expect(answer.status).toBe(200);
    expect(answer.json.hashtag).toBe('élection2026');
  },
);

it('tells of a stale source and since when', async () => {
  const { call, ports } = openApi();
  await ports.watches.save(
    aWatch({
      health: {
        state: 'stale',
        reason: 'the server is down',
        sinceMs: NOW_MS,
        retryAtMs: NOW_MS + 60_000,
      },
    }),
  );

  const answer = await call('GET', '/v1/watches/replay:harbour');

  expect(WatchView.parse(answer.json).health).toEqual({
    state: 'stale',
    reason: 'the server is down',
    retryAt: new Date(NOW_MS + 60_000).toISOString(),
    since: new Date(NOW_MS).toISOString(),
  });
});

const READY_MS = NOW_MS + 3 * 3_600_000;
it.each([
  ['being read', {}, { state: 'reading', fromMs: 0, readMs: 60_000, untilMs: NOW_MS }],
  ['young', {}, { state: 'young', readyMs: READY_MS }],
  ['taught', {}, { state: 'taught', fromMs: 0 }],
  ['ready', {}, { state: 'ready' }],
  ['to be ready by now', {}, { state: 'young', readyMs: NOW_MS }],
  ['young and paused', { state: 'paused' }, { state: 'young', readyMs: NOW_MS }],
] as const)('tells of a baseline that is %s', async (name, changes, baseline) => {
  const { call, ports } = openApi();
  await ports.watches.save(aWatch({ ...changes, baseline }));
  const answer = await call('GET', '/v1/watches/replay:harbour');

  const at = (ms: number) => new Date(ms).toISOString();
  expect(WatchView.parse(answer.json).baseline).toEqual(
    {
      'being read': { state: 'reading', from: at(0), read: at(60_000), until: at(NOW_MS) },
      young: { state: 'young', readyAt: at(READY_MS) },
      taught: { state: 'taught', from: at(0) },
      ready: { state: 'ready' },
      'to be ready by now': { state: 'ready' },
      'young and paused': { state: 'young', readyAt: at(NOW_MS) },
    }[name],
  );
});

it('pauses a watch and resumes it; one in a burst resumes in the burst', async () => {
  const { call, ports } = openApi();
  await ports.watches.save(aWatch({ state: 'bursting' }));
  await ports.watches.save(aWatch({ watchId: 'replay:calm', hashtag: 'calm' }));
  await ports.baselines.save(aBaseline({ openBurstMs: NOW_MS }), []);
  const change = async (tag: string, paused: boolean) =>
    (await call('PATCH', `/v1/watches/replay:${tag}`, { body: { paused } })).json.state;

  expect(await change('harbour', true)).toBe('paused');
  expect(await change('harbour', true)).toBe('paused');
  expect(await change('harbour', false)).toBe('bursting');
  expect(await change('calm', true)).toBe('paused');
  expect(await change('calm', false)).toBe('active');
});

it('removes a watch, ends its open burst and forgets its baseline', async () => {
  const { call, ports } = openApi();
  const burst = await ports.bursts.save(aBurst());
  await ports.watches.save(aWatch());
  await ports.baselines.save(aBaseline({ openBurstMs: burst.startMs }), []);

  expect((await call('DELETE', '/v1/watches/replay:harbour')).status).toBe(204);

  expect((await call('GET', '/v1/watches/replay:harbour')).status).toBe(404);
  expect((await ports.bursts.get(burst.watchId, burst.startMs))?.endMs).toBe(NOW_MS);
  expect(await ports.baselines.load('replay:harbour')).toBeUndefined();
  expect((await call('DELETE', '/v1/watches/replay:harbour')).status).toBe(404);
});

it('says of a watch that was found trending where and until when, and keeps it when asked', async () => {
  const { call, ports } = openApi();
  const origin = {
    kind: 'discovered',
    list: 'mastodon@one.example',
    untilMs: NOW_MS,
    judgeFromMs: 5,
  } as const;
  const { version } = await ports.watches.save(aWatch({ state: 'paused', origin }));

  const found = await call('GET', '/v1/watches/replay:harbour');
  const kept = await call('PATCH', '/v1/watches/replay:harbour', { body: { keep: true } });
  const again = await call('PATCH', '/v1/watches/replay:harbour', {
    body: { keep: true, paused: false },
  });

  expect(found.json.origin).toEqual({
    list: 'mastodon@one.example',
    until: new Date(NOW_MS).toISOString(),
  });
  expect(WatchView.parse(kept.json)).toMatchObject({ origin: null, state: 'paused' });
  expect(WatchView.parse(again.json)).toMatchObject({ origin: null, state: 'active' });
  const stored = await ports.watches.get('replay:harbour');
  expect(stored).not.toHaveProperty('origin');
  expect(stored?.version).toBe(version + 2);
});

it.each([
  [{}, 'must say what to change: paused, keep or both'],
  [{ keep: false }, 'keep'],
])('refuses to change a watch by %j', async (body, fault) => {
  const { call, ports } = openApi();
  await ports.watches.save(aWatch());

  const answer = await call('PATCH', '/v1/watches/replay:harbour', { body });

  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.json)).toContain(fault);
});

it('keeps no watch that is not there', async () => {
  const { call } = openApi();
  expect((await call('PATCH', '/v1/watches/replay:a', { body: { keep: true } })).status).toBe(404);
});
