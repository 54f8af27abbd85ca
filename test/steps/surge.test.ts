import { describe, expect, it } from 'vitest';
import type { SourcePost } from '../../functions/model/post.ts';
import { burstSettings } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observeAll } from '../../functions/signals/burst.ts';
import { aBaseline } from '../support/a-baseline.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { type BeforeWrite, openMonitor } from '../support/memory-monitor.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = Date.UTC(2026, 0, 6, 12);
const DAY_MS = 24 * HOUR_MS;

const usualAt = (startMs: number) => 18 + ((startMs / MINUTE_MS) % 7);

/** Two days at the usual pace, as every watch of these tests has learned them. */
const LEARNED = observeAll(
  FRESH_DETECTOR,
  Array.from({ length: 576 }, (_, index) => {
    const startMs = NOON + (index - 576) * SLOT_MS;
    return { startMs, posts: usualAt(startMs) };
  }),
  burstSettings(5),
).state;

/** One every half minute, by different people in words of their own. */
const FEW = Array.from({ length: 40 }, (_, index) =>
  aSourcePost(index, { createdMs: NOON - SLOT_MS + index * 30_000 }),
);

/** Eighty accounts with one text: one family stands, and no other. */
const COPIES = Array.from({ length: 80 }, (_, index) =>
  aSourcePost(index, {
    createdMs: NOON - SLOT_MS + index * 12_000 + ((index * 7919) % 11_000),
    authorCreatedMs: Date.UTC(2012, 0, 1) + index * 47 * DAY_MS,
    text: aSourcePost(1).text,
  }),
);

/** And made within an hour: another. */
const PUSHED = COPIES.map((post, index) => ({
  ...post,
  authorCreatedMs: Date.UTC(2021, 10, 3) + index * MINUTE_MS,
}));

type Crowd = { readonly lifted: number; readonly posts: (tag: number) => readonly SourcePost[] };

/** Watches of one source, polled in turn over five minutes; the first `lifted` rise to five times the usual before noon. */
async function open(watches: number, { lifted, posts }: Crowd, before?: BeforeWrite) {
  const sources = Array.from({ length: watches }, (_, tag) => {
    const { source, script } = scriptedSource();
    const rises = tag < lifted;
    script.posts = rises ? [...posts(tag)] : [];
    script.usual = (startMs) => usualAt(startMs) * (rises && startMs >= NOON - SLOT_MS ? 5 : 1);
    return source;
  });
  const [any] = sources;
  if (any === undefined) throw new Error('at least one watch is required');
  const monitor = openMonitor(
    ({ hashtag }) => sources[Number(hashtag.slice('tag'.length))] ?? any,
    before,
  );
  for (let tag = 0; tag < watches; tag += 1) {
    const watchId = `replay:tag${tag}`;
    const phaseMinutes = tag % 5;
    const learnedUntilMs = NOON - SLOT_MS + phaseMinutes * MINUTE_MS;
    await monitor.stores.watches.save(aWatch({ watchId, hashtag: `tag${tag}`, phaseMinutes }));
    await monitor.stores.baselines.save(
      aBaseline({ watchId, detector: LEARNED, learnedUntilMs, volume: null }),
      [],
    );
  }
  return {
    monitor,
    /** Every minute from noon on. */
    async run(minutes: number) {
      for (let minute = 0; minute < minutes; minute += 1)
        await monitor.tick(NOON + minute * MINUTE_MS);
    },
    async bursts() {
      const query = { fromMs: 0, toMs: NOON + DAY_MS, limit: 10_000 };
      return (await monitor.stores.bursts.list(query)).bursts;
    },
  };
}

describe('a source of which all hashtags rise to five times the usual', () => {
  it('raises one notice, not a thousand, and every burst is marked in the end', async () => {
    const { monitor, bursts, run } = await open(1000, { lifted: 1000, posts: () => FEW });
    await run(9);

    const all = await bursts();
    expect(all).toHaveLength(1000);
    expect(all.filter(({ surge }) => surge === null)).toEqual([]);
    expect(monitor.published).toEqual([]);
    expect(monitor.surges).toHaveLength(1);
    expect(monitor.surges[0]).toMatchObject({
      alertId: `surge:replay/${NOON}`,
      level: 'surge',
      headline: '400 of 1,000 hashtags on replay rose together',
      startMs: NOON,
      raisedMs: NOON + 2 * MINUTE_MS,
    });
    expect(monitor.surges[0]?.hashtags).toHaveLength(5);
  }, 60_000);

  it('alerts of none that is only suspicious', async () => {
    const { monitor, bursts, run } = await open(60, { lifted: 60, posts: () => COPIES });
    await run(20);

    const levels = new Set((await bursts()).map(({ verdict }) => verdict?.level));
    expect(levels).toEqual(new Set(['suspicious']));
    expect(monitor.published).toEqual([]);
    expect(monitor.surges).toHaveLength(1);
  }, 60_000);

  it('still alerts of one that is coordinated, and the alert says that it was not alone', async () => {
    const posts = (tag: number) => (tag === 7 ? PUSHED : COPIES);
    const { monitor, run } = await open(60, { lifted: 60, posts });
    await run(20);

    expect(monitor.published).toMatchObject([
      {
        ...{ hashtag: 'tag7', level: 'coordinated' },
        surge: 'rose with 24 of 60 hashtags of this source',
      },
    ]);
    expect(monitor.surges).toHaveLength(1);
  }, 60_000);

  it('is told as often, and its bursts come to the same, when every message comes twice', async () => {
    const once = await open(40, { lifted: 40, posts: () => COPIES });
    await once.run(20);
    const twice = await open(40, { lifted: 40, posts: () => COPIES });
    for (let minute = 0; minute < 20; minute += 1) {
      const atMs = NOON + minute * MINUTE_MS;
      await twice.monitor.tick(atMs);
      for (const watch of await twice.monitor.stores.watches.list(1000))
        await twice.monitor.poll({ watch, atMs });
    }

    expect(twice.monitor.surges).toEqual(once.monitor.surges);
    const marks = async ({ bursts }: typeof once) =>
      (await bursts()).map(({ burstId, surge, alert }) => ({ burstId, surge, alert }));
    expect(await marks(twice)).toEqual(await marks(once));
  }, 60_000);
});

describe('a hashtag that rises', () => {
  it('by itself among a thousand is told as ever: a minute after it was seen, if only suspicious', async () => {
    const { monitor, bursts, run } = await open(1000, { lifted: 1, posts: () => COPIES });
    await run(6);

    expect(await bursts()).toMatchObject([{ surge: null, waitsMs: null }]);
    expect(monitor.published).toMatchObject([{ level: 'suspicious' }]);
    expect(monitor.surges).toEqual([]);
  }, 60_000);

  it('with two of its three fellows is no surge, and does not even wait', async () => {
    const { monitor, bursts, run } = await open(3, { lifted: 2, posts: () => COPIES });
    await run(9);

    const all = await bursts();
    expect(all.map(({ surge }) => surge)).toEqual([null, null]);
    expect(monitor.published.map(({ raisedMs }) => raisedMs).sort()).toEqual(
      all.map(({ firstSuspiciousMs }) => firstSuspiciousMs).sort(),
    );
    expect(monitor.surges).toEqual([]);
  });

  it('with a tenth of them waits half an hour, and is told then', async () => {
    const { monitor, bursts, run } = await open(100, { lifted: 14, posts: () => COPIES });
    await run(29);
    expect(monitor.published).toEqual([]);
    await run(36);

    expect(monitor.surges).toEqual([]);
    expect(monitor.published).toHaveLength(14);
    expect((await bursts()).every(({ waitsMs }) => waitsMs === null)).toBe(true);
  }, 60_000);
});

describe('a step that dies', () => {
  it('before any of its writes loses neither the notice nor a mark, and tells nothing twice', async () => {
    const calm = await open(12, { lifted: 12, posts: () => COPIES });
    await calm.run(12);
    expect(calm.monitor.surges).toHaveLength(1);

    let writes = 0;
    let dieAt = Number.POSITIVE_INFINITY;
    const scene = await open(12, { lifted: 12, posts: () => COPIES }, (name) => {
      writes += 1;
      if (writes === dieAt) throw new Error(`died before ${name}`);
    });
    let crashes = 0;
    for (let minute = 0; minute < 12; minute += 1) {
      for (let place = 1; ; place += 1) {
        [writes, dieAt] = [0, place];
        const died = await scene.monitor.tick(NOON + minute * MINUTE_MS).then(
          () => false,
          () => true,
        );
        if (!died) break;
        crashes += 1;
        scene.monitor.loseQueues();
      }
    }

    expect(crashes).toBeGreaterThan(100);
    const ids = new Set(scene.monitor.surges.map(({ alertId }) => alertId));
    expect([...ids]).toEqual([calm.monitor.surges[0]?.alertId]);
    expect((await scene.bursts()).map(({ surge }) => surge)).toEqual(
      (await calm.bursts()).map(({ surge }) => surge),
    );
    expect(scene.monitor.published).toEqual([]);
  }, 60_000);
});
