import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstSettings } from '../../functions/settings/burst.ts';
import { observeAll } from '../../functions/signals/burst.ts';
import { closePast } from '../../functions/signals/burst-past.ts';
import { FRESH_DETECTOR } from '../../functions/signals/burst-state.ts';
import { aWatch } from '../support/a-watch.ts';
import { openMonitor } from '../support/memory-monitor.ts';
import { pastSource, usual } from '../support/past-source.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.UTC(2026, 0, 12, 12);
/** The newest bucket that is over at NOON is the first of the present. */
const PAST_ENDS = NOON - SLOT_MS;
const PAST_BEGINS = NOON - 7 * DAY_MS;
const BUCKETS = (PAST_ENDS - PAST_BEGINS) / SLOT_MS;
const watch = aWatch({ phaseMinutes: 0, createdMs: NOON - MINUTE_MS });

async function open(portionMs?: number, before?: (name: string) => void) {
  const { source, script } = pastSource(portionMs);
  const monitor = openMonitor(source, before);
  const { stores } = monitor;
  await stores.watches.save(watch);
  return {
    script,
    monitor,
    stores,
    baseline: () => stores.baselines.load(watch.watchId),
    watch: () => stores.watches.get(watch.watchId),
    bursts: () => stores.bursts.ofWatch(watch.watchId, 10),
    async outcome() {
      const stored = await stores.baselines.load(watch.watchId);
      // Authors are read from the first poll of the present on, which a portion may delay.
      const baseline = { ...stored, version: 0, authorsUntilMs: 0 };
      return { baseline, volume: await stores.baselines.volume(watch.watchId, 0, 2 * NOON) };
    },
  };
}

describe('a new watch on a source with a past', () => {
  it('begins with it taught, and is young no more', async () => {
    const { monitor, baseline, watch } = await open();
    await monitor.tick(NOON);

    const stored = await baseline();
    expect(stored?.past).toEqual({ fromMs: PAST_BEGINS, untilMs: PAST_ENDS, counted: BUCKETS });
    expect(stored?.learnedUntilMs).toBe(NOON);
    expect(stored?.detector.polls).toBe(BUCKETS + 1);
    expect((await watch())?.baseline).toEqual({ state: 'taught', fromMs: PAST_BEGINS });
  });

  it('knows what the detector would know that had watched all along', async () => {
    const { monitor, baseline } = await open();
    await monitor.tick(NOON);
    const all = Array.from({ length: BUCKETS + 1 }, (_, index) => {
      const startMs = PAST_BEGINS + index * SLOT_MS;
      return { startMs, posts: usual(startMs) ?? 0 };
    });
    const { state } = observeAll(FRESH_DETECTOR, all, burstSettings(5));

    expect((await baseline())?.detector).toEqual(state);
  });

  it('sees a burst in its first hour that an untaught one does not', async () => {
    const taught = await open();
    const untaught = await open();
    delete (untaught.script as { past?: unknown }).past;
    const crowd = (startMs: number) => (startMs >= NOON ? 60 : usual(startMs));
    taught.script.posts = crowd;
    untaught.script.posts = (startMs) => (startMs < PAST_ENDS ? null : crowd(startMs));
    for (const { monitor } of [taught, untaught]) {
      for (let atMs = NOON; atMs <= NOON + HOUR_MS; atMs += SLOT_MS) await monitor.tick(atMs);
    }

    expect(await untaught.bursts()).toEqual([]);
    expect(await taught.bursts()).toMatchObject([{ startMs: NOON, young: false }]);
  });

  it('becomes ready once it has learned a day by itself', async () => {
    const { monitor, watch } = await open();
    for (let atMs = NOON; atMs < NOON + DAY_MS; atMs += SLOT_MS) await monitor.tick(atMs);
    expect((await watch())?.baseline).toEqual({ state: 'ready' });
  });
});

describe('what burst in the past', () => {
  it('is no burst of the watch, and no alert', async () => {
    const { script, monitor, bursts } = await open();
    script.posts = (startMs) =>
      startMs >= NOON - DAY_MS && startMs < NOON - DAY_MS + HOUR_MS ? 900 : usual(startMs);
    for (let atMs = NOON; atMs < NOON + 3 * HOUR_MS; atMs += SLOT_MS) await monitor.tick(atMs);

    expect(await bursts()).toEqual([]);
    expect(monitor.published).toEqual([]);
    expect(monitor.queues.assess.sent).toEqual([]);
  });

  it('and still runs when the watch begins is a burst from then on', async () => {
    const { script, monitor, bursts } = await open();
    script.posts = (startMs) => (startMs >= NOON - HOUR_MS ? 900 : usual(startMs));
    await monitor.tick(NOON);

    expect(await bursts()).toMatchObject([{ startMs: PAST_ENDS, severity: 'alert' }]);
  });
});

describe('a past of many portions', () => {
  it('is read over several polls, and the present waits for it', async () => {
    const { monitor, baseline, watch, script } = await open(DAY_MS);
    await monitor.tick(NOON);

    expect((await baseline())?.learnedUntilMs).toBe(PAST_BEGINS + 2 * DAY_MS);
    expect((await watch())?.baseline).toEqual({
      state: 'reading',
      fromMs: PAST_BEGINS,
      readMs: PAST_BEGINS + 2 * DAY_MS,
      untilMs: PAST_ENDS,
    });
    for (let slot = 1; slot <= 3; slot += 1) await monitor.tick(NOON + slot * SLOT_MS);
    expect(script.asked).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => PAST_BEGINS + day * DAY_MS));
    expect((await baseline())?.learnedUntilMs).toBe(NOON + 3 * SLOT_MS);
    expect((await watch())?.baseline?.state).toBe('taught');
  });

  it('comes to the same as in one', async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 });
    const whole = await open();
    for (let slot = 0; slot < 12; slot += 1) await whole.monitor.tick(NOON + slot * SLOT_MS);
    const expected = await whole.outcome();
    await fc.assert(
      fc.asyncProperty(lengths, async (buckets) => {
        const { monitor, script, outcome } = await open();
        script.fails = () => {
          script.portionMs = (buckets[script.asked.length % buckets.length] ?? 1) * SLOT_MS;
          return null;
        };
        let slot = 0;
        while (
          slot < 12 ||
          (await monitor.stores.watches.get(watch.watchId))?.baseline?.state === 'reading'
        ) {
          script.portionMs = Math.max(script.portionMs, 300 * SLOT_MS);
          await monitor.tick(NOON + Math.min(slot, 11) * SLOT_MS);
          slot += 1;
        }
        expect(await outcome()).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('goes on where a poll died, and learns nothing twice', async () => {
    const calm = await open(DAY_MS);
    for (let slot = 0; slot < 20; slot += 1) await calm.monitor.tick(NOON + slot * SLOT_MS);

    let [writes, dieAt, crashes] = [0, Number.POSITIVE_INFINITY, 0];
    const broken = await open(DAY_MS, (name) => {
      writes += 1;
      if (writes === dieAt) throw new Error(`died before ${name}`);
    });
    for (let slot = 0; slot < 20; slot += 1) {
      for (let place = 1; ; place += 1) {
        [writes, dieAt] = [0, place];
        const died = await broken.monitor.tick(NOON + slot * SLOT_MS).then(
          () => false,
          () => true,
        );
        broken.monitor.loseQueues();
        if (!died) break;
        crashes += 1;
      }
    }
    expect(crashes).toBeGreaterThan(20);
    expect(await broken.outcome()).toEqual(await calm.outcome());
  });

  it('delivered twice is learned once', async () => {
    const calm = await open(DAY_MS);
    const twice = await open(DAY_MS);
    for (let slot = 0; slot < 6; slot += 1) {
      await calm.monitor.tick(NOON + slot * SLOT_MS);
      const due = { watch: (await twice.watch()) ?? watch, atMs: NOON + slot * SLOT_MS };
      await Promise.all([twice.monitor.poll(due), twice.monitor.poll(due)]);
    }
    expect(await twice.outcome()).toEqual(await calm.outcome());
  });
});

describe('a source that fails in the midst of its past', () => {
  it('leaves the watch stale, and is asked for the rest later', async () => {
    const { script, monitor, watch, outcome } = await open(DAY_MS);
    const calm = await open(DAY_MS);
    for (let slot = 0; slot < 12; slot += 1) {
      script.fails = (fromMs) =>
        fromMs >= PAST_BEGINS + 3 * DAY_MS && slot < 6 ? 'too slow' : null;
      await monitor.tick(NOON + slot * SLOT_MS);
      await calm.monitor.tick(NOON + slot * SLOT_MS);
      if (slot === 5) {
        expect(await watch()).toMatchObject({
          health: { state: 'stale', reason: 'too slow' },
          baseline: { state: 'reading', readMs: PAST_BEGINS + 3 * DAY_MS },
        });
      }
    }
    expect(await watch()).toMatchObject({ health: { state: 'ok' }, baseline: { state: 'taught' } });
    expect(await outcome()).toEqual(await calm.outcome());
  });

  it('for hours is watched on without the rest, which is a gap', async () => {
    const { script, monitor, watch, baseline, bursts } = await open(DAY_MS);
    script.fails = (fromMs) => (fromMs >= PAST_BEGINS + 3 * DAY_MS ? 'too slow' : null);
    for (let slot = 0; slot <= 30; slot += 1) await monitor.tick(NOON + slot * SLOT_MS);

    expect(await watch()).toMatchObject({ health: { state: 'ok' }, baseline: { state: 'taught' } });
    expect((await baseline())?.detector.polls).toBe(3 * 288 + 31);
    expect(await bursts()).toEqual([]);
  });

  it('is not given up while the source cannot tell of the present either', async () => {
    const { script, monitor, watch, outcome } = await open(DAY_MS);
    script.fails = () => 'gone';
    script.present = 'gone';
    for (let slot = 0; slot <= 30; slot += 1) await monitor.tick(NOON + slot * SLOT_MS);
    expect(await watch()).toMatchObject({ health: { state: 'stale', reason: 'gone' } });
    script.fails = () => null;
    script.present = null;
    const calm = await open(DAY_MS);
    for (let slot = 31; slot < 40; slot += 1) {
      await monitor.tick(NOON + slot * SLOT_MS);
      await calm.monitor.tick(NOON + slot * SLOT_MS);
    }
    const shape = ({ baseline }: Awaited<ReturnType<typeof outcome>>) => Object.keys(baseline);
    expect(shape(await outcome())).toEqual(shape(await calm.outcome()));
    expect((await watch())?.baseline?.state).toBe('taught');
  });
});

describe('buckets of the past that were not counted', () => {
  it('are a gap, not zeros: in the state and in the volume', async () => {
    const hole = (startMs: number) => startMs >= NOON - DAY_MS && startMs < NOON - DAY_MS + HOUR_MS;
    const { script, monitor, baseline, stores } = await open();
    script.posts = (startMs) => (hole(startMs) ? null : usual(startMs));
    await monitor.tick(NOON);
    const series = Array.from({ length: BUCKETS }, (_, index) => {
      const startMs = PAST_BEGINS + index * SLOT_MS;
      return hole(startMs) ? null : { startMs, posts: usual(startMs) ?? 0 };
    });
    const { state } = observeAll(FRESH_DETECTOR, series, burstSettings(5));
    const now = { startMs: PAST_ENDS, posts: usual(PAST_ENDS) ?? 0 };

    expect((await baseline())?.detector).toEqual(
      observeAll(closePast(state), [now], burstSettings(5)).state,
    );
    const chunks = await stores.baselines.volume(watch.watchId, 0, NOON);
    expect(chunks.flatMap(({ posts }) => posts).filter((posts) => posts === null)).toHaveLength(12);
  });

  it('of a sample are no gap: the next that was counted follows on the last', async () => {
    const isAsked = (startMs: number) => startMs % HOUR_MS >= 40 * MINUTE_MS;
    const { script, monitor, baseline } = await open();
    script.sampled = true;
    script.posts = (startMs) => (isAsked(startMs) || startMs >= PAST_ENDS ? usual(startMs) : null);
    await monitor.tick(NOON);
    const series = Array.from({ length: BUCKETS + 1 }, (_, index) => {
      const startMs = PAST_BEGINS + index * SLOT_MS;
      return { startMs, posts: usual(startMs) ?? 0 };
    }).filter(({ startMs }) => isAsked(startMs));

    expect((await baseline())?.detector).toEqual(
      observeAll(FRESH_DETECTOR, series, burstSettings(5)).state,
    );
    expect((await baseline())?.past?.counted).toBe(series.length - 1);
  });

  it('at its beginning are not kept at all', async () => {
    const { script, monitor, baseline, stores } = await open();
    script.posts = (startMs) => (startMs < NOON - 2 * DAY_MS ? null : usual(startMs));
    await monitor.tick(NOON);

    expect((await baseline())?.past).toMatchObject({ fromMs: NOON - 2 * DAY_MS, counted: 575 });
    const [first] = await stores.baselines.volume(watch.watchId, 0, NOON);
    expect(first?.startMs).toBe(NOON - 2 * DAY_MS);
  });

  it('all of them leave a young baseline that says when it will be ready', async () => {
    const { script, monitor, watch, baseline } = await open();
    script.posts = (startMs) => (startMs < PAST_ENDS ? null : usual(startMs));
    await monitor.tick(NOON);

    expect((await baseline())?.past?.counted).toBe(0);
    expect((await watch())?.baseline).toEqual({
      state: 'young',
      readyMs: NOON + 287 * SLOT_MS,
    });
  });
});

it('a source without a past begins with the newest bucket, young', async () => {
  const { source } = pastSource();
  const { past: _, ...without } = source;
  const monitor = openMonitor(without);
  await monitor.stores.watches.save(watch);
  await monitor.tick(NOON);

  const baseline = await monitor.stores.baselines.load(watch.watchId);
  expect(baseline?.past).toBeUndefined();
  expect(baseline?.detector.polls).toBe(1);
  const stored = await monitor.stores.watches.get(watch.watchId);
  expect(stored?.baseline).toEqual({ state: 'young', readyMs: NOON + 287 * SLOT_MS });
});
