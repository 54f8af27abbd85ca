import { expect, it } from 'vitest';
import { BurstPageView, BurstView } from '../../functions/contract/burst.ts';
import { ShadowPeriodView } from '../../functions/contract/shadow.ts';
import type { VerdictLevel } from '../../functions/model/verdict.ts';
import { aBurst } from '../support/a-burst.ts';
import { aShadow } from '../support/a-shadow.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';

const MINUTE_MS = 60_000;

/** Bursts a minute apart, the first the newest, each with what both versions say of it. */
async function bursts(...levels: readonly (readonly [VerdictLevel | null, VerdictLevel | null])[]) {
  const api = openApi();
  for (const [index, [live, shadow]] of levels.entries()) {
    await api.ports.bursts.save(
      aBurst({
        hashtag: `tag${index}`,
        watchId: `replay:tag${index}`,
        startMs: NOW_MS - (index + 1) * MINUTE_MS,
        verdict: live && aVerdict({ level: live, thresholds: '2026-11-b' }),
        shadow: shadow && aShadow({ level: shadow }),
      }),
    );
  }
  return api;
}

it('shows what a candidate version says beside the verdict, or that there is none', async () => {
  const { call } = await bursts(['organic', 'suspicious'], ['organic', null]);

  const [first, second] = BurstPageView.parse((await call('GET', '/v1/bursts')).json).bursts;

  expect(first?.shadow).toEqual({
    thresholds: '2026-12-a',
    level: 'suspicious',
    strength: 0.41,
    standing: ['text'],
    firstSuspicious: '2026-01-06T12:03:00.000Z',
    firstCoordinated: null,
    differs: true,
  });
  expect(second?.shadow).toBeNull();
  const one = await call('GET', `/v1/bursts/${encodeURIComponent(first?.burstId ?? '')}`);
  expect(BurstView.parse(one.json).shadow).toEqual(first?.shadow);
});

it('finds the bursts of which the versions say different levels', async () => {
  const { call } = await bursts(
    ['organic', 'organic'],
    ['organic', 'suspicious'],
    ['coordinated', null],
    [null, null],
    ['coordinated', 'suspicious'],
  );

  const answer = await call('GET', '/v1/bursts?differs=true');

  const found = BurstPageView.parse(answer.json).bursts.map(({ hashtag }) => hashtag);
  expect(found).toEqual(['tag1', 'tag4']);
  expect((await call('GET', '/v1/bursts?differs=maybe')).status).toBe(400);
});

it('counts bursts by what both versions say, gravest first, with the newest as examples', async () => {
  const { call } = await bursts(
    ['organic', 'organic'],
    ...Array.from({ length: 7 }, () => ['organic', 'suspicious'] as const),
    ['coordinated', null],
    ['coordinated', 'suspicious'],
  );

  const period = ShadowPeriodView.parse((await call('GET', '/v1/shadow')).json);

  expect(period.complete).toBe(true);
  expect(period.comparisons).toHaveLength(1);
  expect(period.comparisons[0]).toMatchObject({
    live: '2026-11-b',
    shadow: '2026-12-a',
    bursts: 9,
    differing: 8,
  });
  const cells = period.comparisons[0]?.cells ?? [];
  expect(cells.map(({ live, shadow, bursts }) => [live, shadow, bursts])).toEqual([
    ['coordinated', 'suspicious', 1],
    ['organic', 'suspicious', 7],
    ['organic', 'organic', 1],
  ]);
  expect(cells[1]?.examples.map(({ hashtag }) => hashtag)).toEqual([
    'tag1',
    'tag2',
    'tag3',
    'tag4',
    'tag5',
  ]);
});

it('counts each pair of versions apart, within the period that was asked for', async () => {
  const { call, ports } = await bursts(['organic', 'organic'], ['organic', 'organic']);
  await ports.bursts.save(
    aBurst({
      startMs: NOW_MS - 5 * MINUTE_MS,
      verdict: aVerdict({ thresholds: '2026-11-b' }),
      shadow: aShadow({ thresholds: '2025-01-a' }),
    }),
  );

  const all = ShadowPeriodView.parse((await call('GET', '/v1/shadow')).json);
  const from = new Date(NOW_MS - MINUTE_MS).toISOString();
  const some = ShadowPeriodView.parse((await call('GET', `/v1/shadow?from=${from}`)).json);

  expect(all.comparisons.map(({ shadow, bursts }) => [shadow, bursts])).toEqual([
    ['2026-12-a', 2],
    ['2025-01-a', 1],
  ]);
  expect(some).toMatchObject({ from, comparisons: [{ bursts: 1 }] });
  expect((await call('GET', '/v1/shadow?from=2027-01-01T00:00:00Z')).status).toBe(400);
});

it('has nothing to compare where no candidate judged', async () => {
  const { call } = await bursts(['organic', null]);
  expect((await call('GET', '/v1/shadow')).json).toMatchObject({ complete: true, comparisons: [] });
});
