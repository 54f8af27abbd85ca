import { expect, it } from 'vitest';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import type { Burst } from '../../functions/model/burst.ts';
import { earlierBursts } from '../../functions/steps/earlier-bursts.ts';
import { aBurst } from '../support/a-burst.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const HOUR_MS = 3_600_000;
const sketch = { accounts: ['00000000000000000001'], total: 1 };
const now = aBurst({ startMs: NOON });

function before(hours: number, some: Partial<Burst> = {}): Burst {
  const startMs = NOON - hours * HOUR_MS;
  const hashtag = some.hashtag ?? 'other';
  const endMs = startMs + HOUR_MS;
  return aBurst({ watchId: `replay:${hashtag}`, hashtag, startMs, endMs, sketch, ...some });
}

async function found(...others: Burst[]) {
  const bursts = memoryBurstStore();
  for (const burst of [now, ...others]) await bursts.save(burst);
  return earlierBursts(now, bursts);
}

it('are those of other hashtags that had ended', async () => {
  const earlier = await found(before(30), before(2, { hashtag: 'third' }));
  expect(earlier?.map(({ hashtag }) => hashtag).sort()).toEqual(['other', 'third']);
  expect(earlier?.[0]?.sketch).toEqual(sketch);
});

it('tell which hashtags stood beside theirs, where that was counted', async () => {
  const company = { posts: 40, counts: { harbour: 10, boats: 1 } };
  const earlier = await found(before(30, { company }), before(2, { hashtag: 'third' }));
  expect(earlier?.map(({ coTags }) => coTags)).toEqual([
    undefined,
    { harbour: 0.25, boats: 0.025 },
  ]);
});

it.each([
  ['the same hashtag: its regulars', before(30, { hashtag: 'harbour' })],
  ['one that lasts', before(2, { endMs: null })],
  ['one that ended after this began', before(2, { endMs: NOON + 1 })],
  ['one whose accounts were never counted', before(30, { sketch: null })],
  ['another source', before(30, { source: 'mastodon' })],
  ['more than a week ago', before(24 * 7 + 1)],
  ['one that began later', before(-1)],
])('are none of these: %s', async (_, other) => {
  expect(await found(other)).toBeNull();
});
