import { describe, expect, it } from 'vitest';
import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import type { Alert } from '../../functions/model/alert.ts';
import type { Burst } from '../../functions/model/burst.ts';
import type { Post } from '../../functions/model/post.ts';
import type { PublishDue } from '../../functions/ports/messages.ts';
import { AUTHORS } from '../../functions/settings/authors.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { TIDE } from '../../functions/settings/tide.ts';
import { type AssessSettings, assess } from '../../functions/steps/assess.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { aBurst } from '../support/a-burst.ts';
import { aPost } from '../support/a-post.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { grownMemory } from '../support/an-author-memory.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const JUDGED = NOON + 10 * MINUTE_MS;

/** 200 people over five minutes, each with words of their own. */
const crowd = Array.from({ length: 200 }, (_, index) =>
  aPost(index, {
    createdMs: NOON + Math.floor((index * 300_000) / 200) + ((index * 7919) % 1400),
    accountCreatedMs: Date.UTC(2012, 0, 1) + index * 19 * 24 * HOUR_MS,
  }),
);

/** The same text by all of them: one family. */
const copies = crowd.map((post) => ({ ...post, text: aPost(1).text }));

/** And by accounts made within a day: another. */
const pushed = copies.map((post, index) => ({
  ...post,
  accountCreatedMs: Date.UTC(2021, 10, 3) + index * MINUTE_MS,
}));

/** A few copies, as in any crowd. */
const ordinary = crowd.map((post, index) => (index < 14 ? { ...post, text: aPost(1).text } : post));

/** To it they stand out. */
const suspectsAll: Detection = {
  signals: DETECTION.signals,
  share: DETECTION.share,
  thresholds: {
    ...DETECTION.thresholds,
    version: 'suspects-all',
    bySignal: { 'near-duplicate': { family: 'text', score: 1, effect: 0.01, accounts: 5 } },
  },
};

async function open(
  posts: readonly Post[],
  some: Partial<Burst> = {},
  judging: Partial<AssessSettings> = {},
) {
  const bursts = memoryBurstStore();
  const postStore = memoryPostStore();
  const published: PublishDue[] = [];
  const burst = await bursts.save(
    aBurst({ startMs: NOON, changedMs: NOON + 5 * MINUTE_MS, ...some }),
  );
  await postStore.append(burst.burstId, burst.changedMs, posts);
  const authors = memoryAuthorStore();
  const ports = {
    authors,
    tides: memoryTideStore(),
    watches: memoryWatchStore(),
    bursts,
    posts: postStore,
    publish: { send: async (due: readonly PublishDue[]) => void published.push(...due) },
    sourceOf: () => scriptedSource({ deletions: 'unseen' }).source,
  };
  const settings: AssessSettings = {
    detection: DETECTION,
    shadow: null,
    alerts: DETECTION.alerts,
    tide: TIDE,
    authors: AUTHORS,
    ...judging,
  };
  return {
    ports,
    postStore,
    published,
    burst,
    settings,
    assess: (atMs = JUDGED, id = burst.burstId) => assess(id, atMs, ports, settings),
    stored: async () => {
      const found = await bursts.get(burst.watchId, burst.startMs);
      if (found === undefined) throw new Error('the burst must still be there');
      return found;
    },
    /** New posts, as a poll notes them. */
    change: async (more: readonly Post[], atMs: number) => {
      await postStore.append(burst.burstId, atMs, more);
      const now = await bursts.get(burst.watchId, burst.startMs);
      if (now !== undefined) await bursts.save({ ...now, changedMs: atMs });
    },
  };
}

function told(level: Alert['level'], raisedMs: number): Alert {
  return { alertId: `other#${level}`, level, state: 'sent', raisedMs, sentMs: raisedMs };
}

/** A burst of the same watch that was told of before. */
function earlier(level: Alert['level'], hoursAgo: number): Burst {
  const startMs = NOON - hoursAgo * HOUR_MS;
  const alert = told(level, startMs + 9 * MINUTE_MS);
  return aBurst({ startMs, endMs: startMs + HOUR_MS, alert, verdict: aVerdict({ level }) });
}

describe('an assessment', () => {
  it.each([
    ['organic', crowd, null],
    ['suspicious', copies, 'suspicious'],
    ['coordinated', pushed, 'coordinated'],
  ] as const)('finds %s, and writes an alert only for the worse', async (level, posts, alarm) => {
    const scene = await open(posts);
    const done = await scene.assess();
    const stored = await scene.stored();

    expect(done?.verdict.level).toBe(level);
    expect(stored.verdict).toMatchObject({ level, posts: 200, accounts: 200 });
    expect(stored.alert?.level ?? null).toBe(alarm);
    expect(stored.assessedUntilMs).toBe(stored.changedMs);
    expect(stored.sketch?.total).toBe(200);
    expect(scene.published).toEqual(
      alarm === null ? [] : [{ burstId: stored.burstId, atMs: JUDGED }],
    );
    if (alarm !== null)
      expect(stored.alert).toEqual({
        alertId: `${stored.burstId}#${alarm}`,
        level: alarm,
        state: 'pending',
        raisedMs: JUDGED,
        sentMs: null,
      });
  });

  it.each([
    ['an organic burst that ended', crowd, { endMs: JUDGED }, true],
    ['an organic burst that is open', crowd, {}, false],
    ['a suspicious burst that ended', copies, { endMs: JUDGED }, false],
    ['a coordinated burst that ended', pushed, { endMs: JUDGED }, false],
  ] as const)('lets the authors of %s teach what is usual: %s', async (_, posts, some, teaches) => {
    const { assess: judge, ports, burst } = await open(posts, some);

    await judge();

    const known = [await ports.authors.load(burst.watchId), await ports.authors.load(burst.source)];
    expect(known.map((memory) => (memory?.accounts ?? 0) > 0)).toEqual([teaches, teaches]);
  });

  it('compares with the usual authors of the watch, which it knows by then', async () => {
    const { assess: judge, ports, burst } = await open(crowd);
    await ports.authors.save(burst.watchId, grownMemory(2), NOON);

    const done = await judge();

    const age = done?.verdict.evidence.find(({ signal }) => signal === 'account-age');
    expect(age).toMatchObject({ state: 'measured', detail: { usual: 'watch' } });
  });

  it('judges the last day of the burst, not of the clock, when its end was learned days late', async () => {
    const { assess: judge, stored, change, ports } = await open(pushed);
    await change([], NOON + 70 * HOUR_MS);
    await ports.bursts.save({ ...(await stored()), endMs: NOON + 6 * HOUR_MS });

    await judge(NOON + 70 * HOUR_MS);

    expect(await stored()).toMatchObject({ verdict: { level: 'coordinated', posts: 200 } });
    expect((await stored()).sketch?.total).toBe(200);
  });

  it('keeps the participants that it knew when the posts of a day are none', async () => {
    const { assess: judge, stored, change } = await open(pushed);
    await judge();
    await change([], NOON + 70 * HOUR_MS);

    await judge(NOON + 70 * HOUR_MS);

    expect((await stored()).sketch?.total).toBe(200);
  });

  it('of too few posts is undecided, never organic', async () => {
    const scene = await open(crowd.slice(0, 12));
    await scene.assess();
    const { verdict, alert } = await scene.stored();
    expect(verdict?.level).toBe('undecided');
    expect(verdict?.undecidedBecause).toMatch(/\S/);
    expect(alert).toBeNull();
  });

  it.each(['', 'nobody', 'replay:nobody/5'])('of %j is none', async (id) => {
    const scene = await open(crowd);
    expect(await scene.assess(JUDGED, id)).toBeUndefined();
  });

  it('of nothing new is none; an alert that waits is handed on again', async () => {
    const scene = await open(pushed);
    await scene.assess();
    expect(await scene.assess(JUDGED + MINUTE_MS)).toBeUndefined();

    const { burstId } = scene.burst;
    expect(scene.published).toEqual([
      { burstId, atMs: JUDGED },
      { burstId, atMs: JUDGED },
    ]);
  });

  it('that escalates tells twice, and the same level never again', async () => {
    const scene = await open(copies);
    await scene.assess();
    await scene.change(
      pushed.map((post, index) =>
        aPost(1000 + index, { ...post, id: `new-${index}`, account: aPost(1000 + index).account }),
      ),
      JUDGED + MINUTE_MS,
    );
    const done = await scene.assess(JUDGED + 2 * MINUTE_MS);
    expect(done).toMatchObject({ alert: 'raise', verdict: { level: 'coordinated' } });

    await scene.change([aPost(5000, { createdMs: NOON + 1 })], JUDGED + 3 * MINUTE_MS);
    const again = await scene.assess(JUDGED + 4 * MINUTE_MS);
    const stored = await scene.stored();

    expect(again?.alert).toBe('not-worse');
    expect(stored.alert).toMatchObject({ level: 'coordinated', raisedMs: JUDGED + 2 * MINUTE_MS });
    expect(stored.firstSuspiciousMs).toBe(JUDGED);
    expect(stored.firstCoordinatedMs).toBe(JUDGED + 2 * MINUTE_MS);
  });

  it('keeps the gravest verdict when later posts dilute it', async () => {
    const scene = await open(pushed);
    await scene.assess();
    const many = Array.from({ length: 2500 }, (_, index) =>
      aPost(10_000 + index, {
        createdMs: NOON + 300_000 + index * 1201,
        accountCreatedMs: Date.UTC(2010, 0, 1) + index * 2 * 24 * HOUR_MS,
      }),
    );
    await scene.change(many, JUDGED + 60 * MINUTE_MS);
    const done = await scene.assess(JUDGED + 61 * MINUTE_MS);

    expect(done?.verdict.level).not.toBe('coordinated');
    expect((await scene.stored()).verdict?.level).toBe('coordinated');
  });

  it.each([
    [
      'a suspicious burst was told of in the quiet time',
      earlier('suspicious', 20),
      copies,
      'not-worse',
    ],
    ['a coordinated one was', earlier('coordinated', 20), copies, 'not-worse'],
    ['what was told is milder', earlier('suspicious', 20), pushed, 'raise'],
    ['the quiet time is over', earlier('suspicious', 25), copies, 'raise'],
  ] as const)('tells of a watch what is news: %s', async (_, before, posts, alert) => {
    const scene = await open(posts);
    await scene.ports.bursts.save(before);
    expect((await scene.assess())?.alert).toBe(alert);
  });

  it.each([
    [49, 'raise'],
    [50, 'quota-spent'],
  ] as const)('after %i alerts of a day among hundreds of bursts: %s', async (alerts, decision) => {
    const scene = await open(pushed);
    for (let index = 0; index < 450; index += 1) {
      const startMs = NOON - 10 * HOUR_MS - index * MINUTE_MS;
      const alert = index >= 450 - alerts ? told('suspicious', startMs) : null;
      await scene.ports.bursts.save(aBurst({ watchId: `replay:w${index}`, startMs, alert }));
    }
    const done = await scene.assess();

    expect(done?.alert).toBe(decision);
    expect(done?.verdict.level).toBe('coordinated');
    expect(scene.published).toHaveLength(decision === 'raise' ? 1 : 0);
    expect((await scene.stored()).verdict?.level).toBe('coordinated');
  });

  it('raises an alert once when two assessments of the same burst race', async () => {
    const scene = await open(pushed);
    let isSlow = true;
    const slow = {
      ...scene.ports,
      bursts: {
        ...scene.ports.bursts,
        list: async (query: Parameters<typeof scene.ports.bursts.list>[0]) => {
          // The other begins, ends, and its alert is sent, while this one still decides.
          if (isSlow && query.toMs === JUDGED + 1) {
            isSlow = false;
            await scene.assess(JUDGED - 1);
            const now = await scene.stored();
            if (now.alert !== null)
              await scene.ports.bursts.save({
                ...now,
                alert: { ...now.alert, state: 'sent', sentMs: JUDGED },
              });
          }
          return scene.ports.bursts.list(query);
        },
      },
    };
    await assess(scene.burst.burstId, JUDGED, slow, scene.settings);

    expect(isSlow).toBe(false);
    expect((await scene.stored()).alert).toMatchObject({ state: 'sent', raisedMs: JUDGED - 1 });
    expect(scene.published).toHaveLength(1);
  });

  it('leaves what a poll noted meanwhile for the next assessment', async () => {
    const scene = await open(crowd);
    const { read } = scene.postStore;
    const ports = {
      ...scene.ports,
      posts: {
        read: async (id: string, sinceMs?: number) => {
          const posts = await read(id, sinceMs);
          await scene.change([], JUDGED + 1);
          return posts;
        },
      },
    };
    await assess(scene.burst.burstId, JUDGED, ports, scene.settings);
    const { changedMs, assessedUntilMs } = await scene.stored();
    expect(assessedUntilMs).toBeLessThan(changedMs);
  });

  it('judges of a long burst the posts of its last day', async () => {
    const scene = await open(pushed);
    const later = NOON + 25 * HOUR_MS;
    await scene.change(
      crowd.map((post) => ({
        ...post,
        id: `later-${post.id}`,
        createdMs: post.createdMs + 25 * HOUR_MS,
      })),
      later,
    );
    const done = await scene.assess(later + MINUTE_MS);
    expect(done?.verdict).toMatchObject({ posts: 200, level: 'organic' });
  });

  it('lets a candidate judge the same posts, and tells it to nobody', async () => {
    const alone = await open(ordinary);
    await alone.assess();
    const scene = await open(ordinary, {}, { shadow: suspectsAll });
    const done = await scene.assess();

    const { shadow, ...stored } = await scene.stored();
    expect({ ...stored, shadow: null }).toEqual(await alone.stored());
    expect(shadow).toMatchObject({
      thresholds: 'suspects-all',
      level: 'suspicious',
      standing: ['text'],
      firstSuspiciousMs: JUDGED,
      firstCoordinatedMs: null,
    });
    expect(done).toMatchObject({ alert: 'not-worse', reached: [] });
    expect(scene.published).toEqual([]);
  });

  it('judges alike with a candidate of the same numbers', async () => {
    const named = { ...DETECTION, thresholds: { ...DETECTION.thresholds, version: 'twin' } };
    const scene = await open(pushed, {}, { shadow: named });
    const done = await scene.assess();

    expect(done?.shadow).toEqual({ ...done?.verdict, thresholds: 'twin' });
    expect((await scene.stored()).shadow?.firstCoordinatedMs).toBe(JUDGED);
  });

  it('measures for a candidate that measures otherwise', async () => {
    const { signals, thresholds } = DETECTION;
    const blind = {
      share: DETECTION.share,
      signals: { ...signals, nearDuplicate: { ...signals.nearDuplicate, minOriginals: 1e6 } },
      thresholds: { ...thresholds, version: 'blind' },
    };
    const done = await (await open(copies, {}, { shadow: blind })).assess();

    expect([done?.verdict.level, done?.shadow?.level]).toEqual(['suspicious', 'organic']);
  });

  it('tells which levels were reached just now, and how long after the start', async () => {
    const scene = await open(copies);
    const first = await scene.assess();
    await scene.change([aPost(5000, { createdMs: NOON + 1 })], JUDGED + MINUTE_MS);
    const second = await scene.assess(JUDGED + 2 * MINUTE_MS);

    expect(first?.reached).toEqual([{ level: 'suspicious', afterMs: 10 * MINUTE_MS }]);
    expect(second?.reached).toEqual([]);
  });

  it.each([
    [{ learned: 168, needed: 288 }, 'the baseline was young: 14 of 24 hours learned'],
    [{ learned: 7, needed: 288 }, 'the baseline was young: 0.5 of 24 hours learned'],
    [undefined, 'the baseline was young'],
  ])('says that a young baseline was no measure of the burst: %j', async (youth, reason) => {
    const scene = await open(crowd, { young: true, youth });
    const done = await scene.assess();
    expect(done?.verdict.evidence).toContainEqual({
      signal: 'burst',
      state: 'unmeasured',
      reason,
    });
  });
});
