import { describe, expect, it } from 'vitest';
import { counterOf } from '../../functions/model/surge.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { openMonitor } from '../support/memory-monitor.ts';
import { pastSource, usual } from '../support/past-source.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.UTC(2026, 0, 12, 12);

const discovered = aWatch({
  phaseMinutes: 0,
  createdMs: NOON - MINUTE_MS,
  origin: {
    kind: 'discovered',
    list: 'mastodon@one.example',
    untilMs: NOON + 2 * DAY_MS,
    judgeFromMs: NOON - DAY_MS,
  },
});

async function open(portionMs = 7 * DAY_MS, before?: (name: string) => void) {
  const { source, script } = pastSource(portionMs);
  const asked: { readonly fromMs: number; readonly toMs: number }[] = [];
  const withPosts = {
    ...source,
    posts: async ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => {
      asked.push({ fromMs, toMs });
      const posts = Array.from({ length: 60 }, (_, index) => index)
        .map((index) => aSourcePost(index, { createdMs: NOON - 3 * HOUR_MS + index * MINUTE_MS }))
        .filter(({ createdMs }) => createdMs >= fromMs && createdMs < toMs);
      return { posts, fromMs };
    },
  };
  const monitor = openMonitor(withPosts, before);
  await monitor.stores.watches.save(discovered);
  return {
    asked,
    source: withPosts,
    script,
    monitor,
    stores: monitor.stores,
    bursts: () => monitor.stores.bursts.ofWatch(discovered.watchId, 10),
    async ticks(from: number, to: number) {
      for (let slot = from; slot <= to; slot += 1) await monitor.tick(NOON + slot * SLOT_MS);
    },
  };
}

/** High from so many hours before noon until so many. */
const high =
  (fromHours: number, untilHours: number, posts = 90) =>
  (startMs: number) =>
    startMs >= NOON - fromHours * HOUR_MS && startMs < NOON - untilHours * HOUR_MS
      ? posts
      : usual(startMs);

describe('a hashtag that was in a burst when it was discovered', () => {
  it('is judged at its first poll, on posts from the beginning of the burst', async () => {
    const { script, monitor, bursts, asked, stores } = await open();
    script.posts = high(3, -9);
    await monitor.tick(NOON);

    const [burst, ...others] = await bursts();
    expect(others).toEqual([]);
    expect(burst).toMatchObject({
      startMs: NOON - 3 * HOUR_MS,
      endMs: null,
      severity: 'alert',
      young: false,
      peakPosts: 90,
    });
    expect(burst?.verdict).not.toBeNull();
    expect(Math.min(...asked.map(({ fromMs }) => fromMs))).toBe(NOON - 3 * HOUR_MS);
    expect(await stores.posts.read(burst?.burstId ?? '', 0)).toHaveLength(60);
    expect((await stores.watches.get(discovered.watchId))?.state).toBe('bursting');
  });

  it('goes on in the burst, and the burst ends as any other', async () => {
    const { script, bursts, ticks } = await open();
    script.posts = high(3, -2);
    await ticks(0, 11 * 12);

    expect(await bursts()).toMatchObject([{ startMs: NOON - 3 * HOUR_MS }]);
    const [burst] = await bursts();
    expect(burst?.endMs).toBeGreaterThanOrEqual(NOON + 8 * HOUR_MS);
    expect(burst?.endMs).toBeLessThan(NOON + 10 * HOUR_MS);
  });

  it('that is over by now, though not for six hours, ends too', async () => {
    const { script, bursts, ticks, stores } = await open();
    script.posts = high(5, 2);
    await ticks(0, 5 * 12);

    const [burst, ...others] = await bursts();
    expect(others).toEqual([]);
    expect(burst?.startMs).toBe(NOON - 5 * HOUR_MS);
    expect(burst?.endMs).toBeLessThanOrEqual(NOON + 5 * HOUR_MS);
    expect((await stores.watches.get(discovered.watchId))?.state).toBe('active');
  });

  it('comes to the same in portions of any length', async () => {
    for (const portionMs of [DAY_MS, 13 * HOUR_MS, 2 * HOUR_MS]) {
      const { script, bursts, ticks, stores } = await open(portionMs);
      script.posts = high(3, -9);
      await ticks(0, 50);

      expect(await bursts()).toMatchObject([{ startMs: NOON - 3 * HOUR_MS, endMs: null }]);
      const past = (await stores.baselines.load(discovered.watchId))?.past;
      expect(past).not.toHaveProperty('burst');
    }
  });

  it('is not taught its height', async () => {
    const { script, monitor, stores } = await open();
    script.posts = high(3, -9);
    await monitor.tick(NOON);
    const { volume } = (await stores.baselines.load(discovered.watchId)) ?? {};
    expect(volume?.posts.at(-1)).toBe(90);
    expect(volume?.expected.at(-1)).toBeLessThan(12);
  });

  it('survives a death before any write, and opens one burst', async () => {
    let deaths = 0;
    for (let dies = 1; dies <= 14; dies += 1) {
      let writes = 0;
      const { script, bursts, monitor, ticks } = await open(DAY_MS, () => {
        writes += 1;
        if (writes === dies) throw new Error('died');
      });
      script.posts = high(3, -9);
      for (let slot = 0; slot < 8; slot += 1) {
        await monitor.tick(NOON + slot * SLOT_MS).catch(() => {
          deaths += 1;
          monitor.loseQueues();
        });
      }
      await ticks(8, 10);
      const found = await bursts();
      expect(found).toMatchObject([{ startMs: NOON - 3 * HOUR_MS }]);
      expect(found[0]?.verdict).not.toBeNull();
    }
    expect(deaths).toBe(14);
  });
});

describe('what burst before a hashtag was discovered', () => {
  it('and was over is judged too, if it began within the day', async () => {
    const { script, bursts, ticks, stores } = await open();
    script.posts = high(20, 18);
    await ticks(0, 2);

    const found = await bursts();
    expect(found).toMatchObject([{ startMs: NOON - 20 * HOUR_MS }]);
    expect(found[0]?.endMs).toBeLessThan(NOON);
    expect(found[0]?.verdict).not.toBeNull();
    expect((await stores.watches.get(discovered.watchId))?.state).toBe('active');
  });

  it('before that is learned alone', async () => {
    const { script, bursts, ticks } = await open();
    script.posts = high(60, 50);
    await ticks(0, 12);
    expect(await bursts()).toEqual([]);
  });

  it('and is still loud within the day is judged from there on', async () => {
    const { script, bursts, ticks } = await open();
    script.posts = high(30, -9);
    await ticks(0, 2);
    expect(await bursts()).toMatchObject([{ startMs: NOON - DAY_MS, severity: 'notice' }]);
  });

  it('and was quiet by then is not', async () => {
    const { script, bursts, ticks } = await open();
    script.posts = high(30, 26);
    await ticks(0, 12);
    expect(await bursts()).toEqual([]);
  });

  it('counts no rise: what was found because it rose says nothing of its source', async () => {
    const { script, monitor, stores, bursts } = await open();
    script.posts = high(3, -9);
    await monitor.tick(NOON);
    expect(await bursts()).toHaveLength(1);
    expect(await stores.tides.rises(counterOf(discovered), 0, 2 * NOON)).toEqual([]);
  });
});

it('a watch that a person made is not judged for its past', async () => {
  const { script, monitor, stores, bursts } = await open();
  const { origin: _, ...theirs } = discovered;
  await stores.watches.save({ ...theirs, version: 1 });
  script.posts = high(3, 1);
  await monitor.tick(NOON);
  expect(await bursts()).toEqual([]);
});

it('a source without a past opens no burst, and says that the baseline is young', async () => {
  const { script, source, monitor, bursts, stores } = await open();
  delete (source as { past?: unknown }).past;
  script.posts = high(3, -9);
  await monitor.tick(NOON);

  expect(await bursts()).toEqual([]);
  expect((await stores.watches.get(discovered.watchId))?.baseline?.state).toBe('young');
});
