import { describe, expect, it } from 'vitest';
import type { VolumeChunk } from '../../functions/model/baseline.ts';
import type { Watch } from '../../functions/model/watch.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { openMonitor } from '../support/memory-monitor.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAWN = Date.UTC(2026, 0, 5);
const NOON = Date.UTC(2026, 0, 6, 12);
const watch = aWatch({ phaseMinutes: 0 });

/** People who went to the harbour, in the five minutes before `untilMs`. */
function crowd(count: number, untilMs: number, from = 0) {
  return Array.from({ length: count }, (_, index) =>
    aSourcePost(from + index, {
      createdMs: untilMs - SLOT_MS + 1 + Math.floor((index * (SLOT_MS - 2)) / count),
    }),
  );
}

async function open() {
  const { source, script } = scriptedSource();
  script.usual = (startMs) => 3 + ((startMs / SLOT_MS) % 3);
  const monitor = openMonitor(source);
  await monitor.stores.watches.save(watch);
  const { stores } = monitor;
  return {
    script,
    monitor,
    stores,
    watch: async (): Promise<Watch> => {
      const now = await stores.watches.get(watch.watchId);
      if (now === undefined) throw new Error('the watch must still be there');
      return now;
    },
    bursts: () => stores.bursts.ofWatch(watch.watchId, 10),
    /** Fires the schedule every `stepMs` after `fromMs`, up to `toMs`. */
    async run(fromMs: number, toMs: number, stepMs = SLOT_MS) {
      for (let atMs = fromMs + stepMs; atMs <= toMs; atMs += stepMs) await monitor.tick(atMs);
    },
    /** Every count that is kept, by its time. */
    async counts(): Promise<Map<number, number | null>> {
      const full = await stores.baselines.volume(watch.watchId, 0, NOON * 2);
      const filling = (await stores.baselines.load(watch.watchId))?.volume;
      const chunks: readonly VolumeChunk[] = filling ? [...full, filling] : full;
      return new Map(
        chunks.flatMap(({ startMs, posts }) =>
          posts.map((count, index) => [startMs + index * SLOT_MS, count] as const),
        ),
      );
    },
  };
}

type Scene = Awaited<ReturnType<typeof open>>;

async function inBurst(): Promise<Scene> {
  const scene = await open();
  await scene.run(DAWN, NOON);
  scene.script.posts = crowd(400, NOON + SLOT_MS);
  await scene.run(NOON, NOON + SLOT_MS, MINUTE_MS);
  return scene;
}

describe('a source that fails', () => {
  it('leaves the watch stale with the reason, and the next good poll heals it', async () => {
    const { script, run, watch } = await open();
    await run(DAWN, DAWN + HOUR_MS);
    script.fails = 'the server answered 502';
    await run(DAWN + HOUR_MS, DAWN + HOUR_MS + 3 * SLOT_MS);

    expect((await watch()).health).toEqual({
      state: 'stale',
      reason: 'the server answered 502',
      sinceMs: DAWN + HOUR_MS + SLOT_MS,
    });
    script.fails = null;
    await run(DAWN + HOUR_MS + 3 * SLOT_MS, DAWN + HOUR_MS + 4 * SLOT_MS);
    expect((await watch()).health).toEqual({ state: 'ok' });
  });

  it('is not asked again before it says, and at the latest after an hour', async () => {
    const { script, run, watch } = await open();
    await run(DAWN, DAWN + HOUR_MS);
    script.fails = 'its allowance is used up';
    script.retryAtMs = DAWN + HOUR_MS + 4 * SLOT_MS;
    await run(DAWN + HOUR_MS, DAWN + HOUR_MS + SLOT_MS);
    const asked = script.asked.length;
    await run(DAWN + HOUR_MS + SLOT_MS, DAWN + HOUR_MS + 3 * SLOT_MS);

    expect(script.asked).toHaveLength(asked);
    const stale = { state: 'stale', reason: 'its allowance is used up' };
    const { retryAtMs } = script;
    expect((await watch()).health).toEqual({
      ...stale,
      sinceMs: DAWN + HOUR_MS + SLOT_MS,
      retryAtMs,
    });

    script.fails = 'its month is used up';
    script.retryAtMs = DAWN + 30 * 24 * HOUR_MS;
    await run(DAWN + HOUR_MS + 3 * SLOT_MS, DAWN + HOUR_MS + 4 * SLOT_MS);
    expect((await watch()).health).toEqual({
      state: 'stale',
      reason: 'its month is used up',
      sinceMs: DAWN + HOUR_MS + SLOT_MS,
      retryAtMs: DAWN + 2 * HOUR_MS + 4 * SLOT_MS,
    });
    script.fails = null;
    await run(DAWN + HOUR_MS + 4 * SLOT_MS, DAWN + 2 * HOUR_MS + 4 * SLOT_MS);
    expect((await watch()).health).toEqual({ state: 'ok' });
  });

  it('at a second look is not stale for it', async () => {
    const { script, watch, monitor } = await inBurst();
    script.fails = 'too slow';
    const due = { watch: await watch(), atMs: NOON + SLOT_MS + 30_000 };
    expect(await monitor.poll({ ...due, again: true })).toMatchObject({ state: 'nothing-new' });
    expect((await watch()).health).toEqual({ state: 'ok' });
    expect(await monitor.poll(due)).toMatchObject({ state: 'stale' });
  });

  it('loses no count that it can still give', async () => {
    const broken = await open();
    const whole = await open();
    for (const { run, script } of [broken, whole]) {
      await run(DAWN, DAWN + 6 * HOUR_MS);
      if (script === broken.script) script.fails = 'too slow';
      await run(DAWN + 6 * HOUR_MS, DAWN + 9 * HOUR_MS);
      script.fails = null;
      await run(DAWN + 9 * HOUR_MS, DAWN + 12 * HOUR_MS);
    }
    expect(await broken.counts()).toEqual(await whole.counts());
    const [one, other] = await Promise.all(
      [broken, whole].map(({ stores }) => stores.baselines.load(watch.watchId)),
    );
    expect(one?.detector).toEqual(other?.detector);
  });

  it('leaves a gap, never zeros, where it has forgotten', async () => {
    const { source, script } = scriptedSource({ historyMs: HOUR_MS });
    script.usual = () => 4;
    const monitor = openMonitor(source);
    await monitor.stores.watches.save(watch);
    for (let atMs = DAWN; atMs <= DAWN + 9 * HOUR_MS; atMs += SLOT_MS) {
      const isDown = atMs > DAWN + 2 * HOUR_MS && atMs < DAWN + 6 * HOUR_MS;
      script.fails = isDown ? 'too slow' : null;
      await monitor.tick(atMs);
    }
    const full = await monitor.stores.baselines.volume(watch.watchId, 0, NOON);
    const filling = (await monitor.stores.baselines.load(watch.watchId))?.volume;
    const posts = [...full, ...(filling ? [filling] : [])].flatMap((chunk) => chunk.posts);

    expect(posts).toHaveLength((9 * HOUR_MS) / SLOT_MS + 1);
    expect(posts.filter((count) => count === null)).toHaveLength((3 * HOUR_MS) / SLOT_MS);
    expect(posts.filter((count) => count === 0)).toEqual([]);
    expect(await monitor.stores.bursts.ofWatch(watch.watchId, 10)).toEqual([]);
  });

  it('in a burst loses none of the posts that still stand', async () => {
    const { script, run, watch, bursts, stores } = await inBurst();
    const [burst] = await bursts();
    const late = crowd(60, NOON + 3 * SLOT_MS, 1000);
    script.posts.push(...late);
    script.fails = 'too slow';
    await run(NOON + SLOT_MS, NOON + 3 * SLOT_MS, MINUTE_MS);
    expect(await watch()).toMatchObject({ state: 'bursting', health: { state: 'stale' } });
    script.fails = null;
    await run(NOON + 3 * SLOT_MS, NOON + 4 * SLOT_MS, MINUTE_MS);

    const kept = new Set((await stores.posts.read(burst?.burstId ?? '')).map(({ id }) => id));
    expect(late.filter(({ id }) => !kept.has(id))).toEqual([]);
    expect(await watch()).toMatchObject({ state: 'bursting', health: { state: 'ok' } });
  });
});

describe('a burst', () => {
  it('is opened, polled every minute, judged, and its posts kept', async () => {
    const { watch, bursts, stores } = await inBurst();
    const [burst] = await bursts();

    expect(await watch()).toMatchObject({ state: 'bursting' });
    expect(burst).toMatchObject({ startMs: NOON, endMs: null, peakPosts: expect.any(Number) });
    expect(burst?.peakPosts).toBeGreaterThanOrEqual(400);
    expect(burst?.verdict?.posts).toBe(400);
    expect(await stores.posts.read(burst?.burstId ?? '')).toHaveLength(400);
  });

  it('that closes is judged once more, and the watch is quiet again', async () => {
    const { run, watch, bursts, monitor } = await inBurst();
    await run(NOON + SLOT_MS, NOON + 9 * HOUR_MS);
    const [burst] = await bursts();

    expect(burst?.endMs).toBeGreaterThan(NOON + 6 * HOUR_MS);
    expect(burst?.changedMs).toBe(burst?.endMs);
    expect(burst?.assessedUntilMs).toBe(burst?.changedMs);
    expect((await watch()).state).toBe('active');
    expect((await monitor.stores.baselines.load(burst?.watchId ?? ''))?.openBurstMs).toBeNull();
  });

  it('that closed is followed until it was judged, though the queue was lost', async () => {
    const { run, bursts, monitor, watch } = await inBurst();
    let atMs = NOON + SLOT_MS;
    while ((await bursts())[0]?.endMs === null) {
      atMs += SLOT_MS;
      const now = await watch();
      await monitor.poll({ watch: now, atMs });
      monitor.loseQueues();
    }
    expect((await bursts())[0]?.assessedUntilMs).toBeLessThan(atMs);
    await run(atMs, atMs + 2 * MINUTE_MS, MINUTE_MS);

    const [burst] = await bursts();
    expect(burst?.assessedUntilMs).toBe(burst?.changedMs);
  });

  it('that closed unjudged is handed on also when the next opens with the next bucket', async () => {
    const { bursts, monitor, watch, script } = await inBurst();
    let atMs = NOON + SLOT_MS;
    while ((await bursts())[0]?.endMs === null) {
      atMs += SLOT_MS;
      await monitor.poll({ watch: await watch(), atMs });
      monitor.loseQueues();
    }
    script.posts.push(...crowd(4000, atMs + SLOT_MS, 10_000));
    await monitor.poll({ watch: await watch(), atMs: atMs + SLOT_MS });

    const all = await bursts();
    expect(all).toHaveLength(2);
    const due = monitor.queues.assess.sent.map((one) => (one.kind === 'burst' ? one.burstId : ''));
    expect(due.sort()).toEqual(all.map(({ burstId }) => burstId).sort());
  });
});

describe('a paused watch', () => {
  it('is not polled', async () => {
    const { stores, watch, run, script } = await open();
    await run(DAWN, DAWN + HOUR_MS);
    await stores.watches.save({ ...(await watch()), state: 'paused' });
    const asked = script.asked.length;
    await run(DAWN + HOUR_MS, DAWN + 2 * HOUR_MS);

    expect(script.asked).toHaveLength(asked);
    expect((await watch()).state).toBe('paused');
  });

  it('stays paused though a poll of before was still on its way, and opened a burst', async () => {
    const { stores, monitor, watch, script, run, bursts } = await open();
    await run(DAWN, NOON);
    const before = await watch();
    await stores.watches.save({ ...before, state: 'paused' });
    script.posts = crowd(400, NOON + SLOT_MS);
    await monitor.poll({ watch: before, atMs: NOON + SLOT_MS });

    expect(await bursts()).toHaveLength(1);
    expect((await watch()).state).toBe('paused');
  });

  it('of which a poll on its way fails is told as stale, and stays paused', async () => {
    const { stores, monitor, watch, script } = await open();
    const before = await watch();
    await stores.watches.save({ ...before, state: 'paused' });
    script.fails = 'too slow';
    await monitor.poll({ watch: before, atMs: NOON });
    expect(await watch()).toMatchObject({ state: 'paused', health: { state: 'stale' } });
  });
});

describe('a silent watch', () => {
  it('writes its first bucket, then nothing, and knows of the silence when it ends', async () => {
    const { script, run, stores, counts } = await open();
    script.usual = () => 0;
    await run(DAWN, DAWN + 10 * HOUR_MS);
    expect((await stores.baselines.load(watch.watchId))?.version).toBe(1);

    script.posts = crowd(2, DAWN + 10 * HOUR_MS + SLOT_MS);
    await run(DAWN + 10 * HOUR_MS, DAWN + 10 * HOUR_MS + SLOT_MS);
    const known = [...(await counts()).values()];
    expect(known).toEqual([...new Array(120).fill(0), 2]);
    expect((await stores.baselines.load(watch.watchId))?.detector.polls).toBe(121);
  });

  it('is written at every bucket where counting costs money: no question is longer than needed', async () => {
    const { source, script } = scriptedSource({
      priceUsd: { countRequest: 0.005, post: 0, author: 0 },
    });
    const monitor = openMonitor(source);
    await monitor.stores.watches.save(watch);
    for (let atMs = DAWN; atMs <= DAWN + HOUR_MS; atMs += SLOT_MS) await monitor.tick(atMs);

    const spans = script.asked.map(({ fromMs, toMs }) => toMs - fromMs);
    expect(Math.max(...spans)).toBe(2 * SLOT_MS);
  });

  it('is written before the source forgets', async () => {
    const { script, run, stores, counts } = await open();
    script.usual = () => 0;
    await run(DAWN, DAWN + 13 * HOUR_MS);
    expect((await stores.baselines.load(watch.watchId))?.version).toBe(2);
    expect((await counts()).size).toBeGreaterThan(140);
  });
});

it('a poll that another overtook changes nothing', async () => {
  const { monitor, stores, watch, run } = await open();
  await run(DAWN, DAWN + HOUR_MS);
  const now = await watch();
  const due = { watch: now, atMs: DAWN + HOUR_MS + SLOT_MS };
  const outcomes = await Promise.all([monitor.poll(due), monitor.poll(due)]);

  expect(outcomes.map(({ state }) => state).sort()).toEqual(['learned', 'repeated']);
  const baseline = await stores.baselines.load(now.watchId);
  expect(baseline?.learnedUntilMs).toBe(due.atMs);
});
