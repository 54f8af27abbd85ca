import { describe, expect, it } from 'vitest';
import { suspectedIdOf } from '../../functions/model/suspected.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { type BeforeWrite, openMonitor } from '../support/memory-monitor.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const DAWN = Date.UTC(2026, 0, 5);
const NOON = Date.UTC(2026, 0, 6, 12);
const watch = aWatch({ phaseMinutes: 0 });

/** So many posts in the minute before `untilMs`. */
function rush(count: number, untilMs: number, from: number) {
  return Array.from({ length: count }, (_, index) =>
    aSourcePost(from + index, {
      createdMs: untilMs - MINUTE_MS + 1 + Math.floor((index * (MINUTE_MS - 2)) / count),
    }),
  );
}

/** A day and a half of an ordinary hashtag; then in the last minute of a bucket a rush that is no burst yet. */
async function suspectedAtNoon(before?: BeforeWrite) {
  const { source, script } = scriptedSource();
  script.usual = (startMs) => 3 + ((startMs / SLOT_MS) % 3);
  const monitor = openMonitor(source, before);
  await monitor.stores.watches.save(watch);
  const run = async (fromMs: number, toMs: number, stepMs: number) => {
    for (let atMs = fromMs + stepMs; atMs <= toMs; atMs += stepMs) await monitor.tick(atMs);
  };
  await run(DAWN, NOON - SLOT_MS, SLOT_MS);
  script.posts = rush(16, NOON, 0);
  await run(NOON - SLOT_MS, NOON, SLOT_MS);
  const { stores } = monitor;
  return {
    script,
    run,
    monitor,
    state: async () => (await stores.watches.get(watch.watchId))?.state,
    bursts: () => stores.bursts.ofWatch(watch.watchId, 10),
    baseline: () => stores.baselines.load(watch.watchId),
    aside: () => stores.posts.read(suspectedIdOf(watch.watchId, NOON - SLOT_MS)),
    kept: async () => {
      const [burst] = await stores.bursts.ofWatch(watch.watchId, 1);
      return burst === undefined ? [] : stores.posts.read(burst.burstId);
    },
  };
}

type Script = Awaited<ReturnType<typeof suspectedAtNoon>>['script'];

/** Thirty more posts in this minute, of which one vanishes in the next. */
function rise(script: Script, minute: number): void {
  script.posts.push(...rush(30, NOON + minute * MINUTE_MS, 100 * minute));
  script.gone.add(`post-${100 * (minute - 1)}`);
}

describe('a bucket on the way to a burst', () => {
  it('makes the watch suspected: it is polled every minute, and its posts are kept aside', async () => {
    const { script, run, state, bursts, aside } = await suspectedAtNoon();
    expect(await bursts()).toEqual([]);
    expect(await state()).toBe('suspected');
    expect(await aside()).toHaveLength(16);

    script.posts.push(...rush(9, NOON + MINUTE_MS, 100));
    script.gone.add('post-3');
    await run(NOON, NOON + 2 * MINUTE_MS, MINUTE_MS);
    expect(await aside()).toHaveLength(25);
    expect((await aside()).find(({ id }) => id === 'post-3')?.deletedMs).toBe(NOON + MINUTE_MS);
  });

  it('that comes to nothing leaves the watch as it was', async () => {
    const { run, state, bursts, baseline, script } = await suspectedAtNoon();
    await run(NOON, NOON + SLOT_MS, MINUTE_MS);
    expect(await state()).toBe('active');
    expect((await baseline())?.suspected).toBeUndefined();

    const asked = script.asked.length;
    await run(NOON + SLOT_MS, NOON + 2 * SLOT_MS - MINUTE_MS, MINUTE_MS);
    expect(script.asked).toHaveLength(asked);
    expect(await bursts()).toEqual([]);
  });

  it('that becomes a burst gives it all posts that were kept, and what vanished meanwhile', async () => {
    const { run, script, bursts, kept, baseline, state } = await suspectedAtNoon();
    for (let minute = 1; minute <= 5; minute += 1) {
      script.posts.push(...rush(30, NOON + minute * MINUTE_MS, 100 * minute));
      await run(NOON + (minute - 1) * MINUTE_MS, NOON + minute * MINUTE_MS, MINUTE_MS);
      if (minute === 1) script.gone.add('post-5').add('post-105');
    }
    const [burst] = await bursts();
    expect(await state()).toBe('bursting');
    expect(burst).toMatchObject({ startMs: NOON, keptFromMs: NOON - SLOT_MS });
    expect(burst?.counted).toEqual({
      fromMs: NOON - SLOT_MS,
      untilMs: NOON + SLOT_MS,
      posts: expect.any(Number),
    });
    expect(await kept()).toHaveLength(16 + 5 * 30);
    const gone = (await kept()).filter(({ deletedMs }) => deletedMs !== null);
    expect(gone.map(({ id, deletedMs }) => [id, deletedMs])).toEqual([
      ['post-5', NOON + 2 * MINUTE_MS],
      ['post-105', NOON + 2 * MINUTE_MS],
    ]);
    expect(burst?.company?.posts).toBe(16 + 5 * 30);
    expect((await baseline())?.suspected).toBeUndefined();
  });

  it('loses nothing, and keeps nothing twice, though every step dies between any two writes', async () => {
    const calm = await suspectedAtNoon();
    for (let minute = 1; minute <= 11; minute += 1) {
      rise(calm.script, minute);
      await calm.monitor.tick(NOON + minute * MINUTE_MS);
    }
    let left = Number.POSITIVE_INFINITY;
    const torn = await suspectedAtNoon((name) => {
      left -= 1;
      if (left === 0) throw new Error(`died before ${name}`);
    });
    let crashes = 0;
    for (let minute = 1; minute <= 11; minute += 1) {
      rise(torn.script, minute);
      for (let place = 1; ; place += 1) {
        left = place;
        const died = await torn.monitor.tick(NOON + minute * MINUTE_MS).then(
          () => false,
          () => true,
        );
        left = Number.POSITIVE_INFINITY;
        if (!died) break;
        crashes += 1;
        torn.monitor.loseQueues();
      }
    }
    expect(crashes).toBeGreaterThan(30);
    expect(await torn.kept()).toEqual(await calm.kept());
    const [[one], [other]] = [await torn.bursts(), await calm.bursts()];
    expect({ ...one, version: 0 }).toEqual({ ...other, version: 0 });
    expect(one?.keptFromMs).toBe(NOON - SLOT_MS);
  });

  it('asks nothing new of a watch that is paused', async () => {
    const { run, monitor, script } = await suspectedAtNoon();
    const now = await monitor.stores.watches.get(watch.watchId);
    if (now === undefined) throw new Error('the watch must still be there');
    await monitor.stores.watches.save({ ...now, state: 'paused' });
    const asked = script.asked.length;
    await run(NOON, NOON + SLOT_MS, MINUTE_MS);
    expect(script.asked).toHaveLength(asked);
  });

  it('keeps an hourly watch urgent for a quarter of an hour', async () => {
    const hourly = aWatch({ watchId: 'replay:hourly', intervalMinutes: 60, phaseMinutes: 0 });
    const { source, script } = scriptedSource({ historyMs: 40 * 86_400_000 });
    script.usual = (startMs) => 3 + ((startMs / (60 * MINUTE_MS)) % 3);
    const monitor = openMonitor(source);
    await monitor.stores.watches.save(hourly);
    const dawn = NOON - 20 * 86_400_000;
    for (let atMs = dawn; atMs < NOON; atMs += 60 * MINUTE_MS) await monitor.tick(atMs);
    script.usual = (startMs) => (startMs === NOON - 60 * MINUTE_MS ? 18 : 3);
    const states: (string | undefined)[] = [];
    for (let atMs = NOON; atMs <= NOON + 20 * MINUTE_MS; atMs += MINUTE_MS) {
      await monitor.tick(atMs);
      states.push((await monitor.stores.watches.get(hourly.watchId))?.state);
    }
    expect(states.filter((state) => state === 'suspected')).toHaveLength(15);
    expect(states.at(-1)).toBe('active');
  });
});
