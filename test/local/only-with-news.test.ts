import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourcePost } from '../../functions/model/post.ts';
import type { Watch } from '../../functions/model/watch.ts';
import type { PollDue } from '../../functions/ports/messages.ts';
import { onlyWithNews } from '../../local/only-with-news.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { anSqsEvent } from '../support/an-sqs-event.ts';
import { openMonitor } from '../support/memory-monitor.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const START = Date.UTC(2026, 0, 5);

type NextEvent = (afterMs: number, hashtag: string) => number | undefined;

function nextOf(times: readonly number[]): NextEvent {
  const sorted = [...times].sort((one, other) => one - other);
  return (afterMs) => sorted.find((ms) => ms > afterMs);
}

/** Bodies that reach the poll function. */
function open(nextEventMs: NextEvent) {
  const passed: PollDue[] = [];
  let bursting = 0;
  const fails = { now: false };
  const handler = onlyWithNews(
    async ({ Records }) => {
      passed.push(...Records.map(({ body }) => JSON.parse(body) as PollDue));
      const failed = fails.now ? Records : [];
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    },
    nextEventMs,
    () => {
      bursting += 1;
    },
  );
  return {
    passed,
    fails,
    bursting: () => bursting,
    poll: (atMs: number, some: Partial<Watch> = {}) =>
      handler(anSqsEvent(JSON.stringify({ watch: aWatch({ phaseMinutes: 0, ...some }), atMs }))),
    times: () => passed.map(({ atMs }) => atMs),
  };
}

const slot = (number: number) => START + number * SLOT_MS;

describe('a poll of a replay', () => {
  it('is let through at first, then with news, and after half a day', async () => {
    const filter = open(nextOf([slot(3) + 1]));
    for (let number = 1; number <= 150; number += 1) await filter.poll(slot(number));
    expect(filter.times()).toEqual([slot(1), slot(4), slot(148)]);
  });

  it('is let through again if it failed', async () => {
    const filter = open(nextOf([slot(1) + 1]));
    await filter.poll(slot(1));
    filter.fails.now = true;
    const answer = await filter.poll(slot(2));
    filter.fails.now = false;
    await filter.poll(slot(2));

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
    expect(filter.times()).toEqual([slot(1), slot(2), slot(2)]);
  });

  it.each(['bursting', 'suspected'] as const)(
    'of a watch that is %s is always let through, and told',
    async (state) => {
      const filter = open(nextOf([]));
      for (let number = 1; number <= 3; number += 1) await filter.poll(slot(number), { state });
      expect(filter.times()).toHaveLength(3);
      expect(filter.bursting()).toBe(3);
    },
  );

  it('in the middle of a bucket leaves what that bucket holds as news', async () => {
    const filter = open(nextOf([slot(1) + 30_000]));
    await filter.poll(slot(1) + MINUTE_MS, { state: 'bursting' });
    await filter.poll(slot(2));
    expect(filter.times()).toContain(slot(2));
  });
});

type Scene = {
  readonly monitor: ReturnType<typeof openMonitor>;
  readonly watch: Watch;
};

async function aScene(posts: readonly SourcePost[], phaseMinutes: number): Promise<Scene> {
  const { source, script } = scriptedSource({ historyMs: 48 * HOUR_MS });
  script.posts = [...posts];
  const watch = aWatch({ phaseMinutes, createdMs: START });
  const monitor = openMonitor(source);
  await monitor.stores.watches.save(watch);
  return { monitor, watch };
}

/** Puts the filter between dispatch and poll. @returns how many polls it held back */
function filtered({ monitor }: Scene, nextEventMs: NextEvent): () => number {
  const { polls } = monitor.queues;
  const send = polls.send.bind(polls);
  let held = 0;
  const handler = onlyWithNews(
    async ({ Records }) => {
      await send(Records.map(({ body }) => JSON.parse(body) as PollDue));
      return { batchItemFailures: [] };
    },
    nextEventMs,
    () => undefined,
  );
  polls.send = async (messages) => {
    const before = polls.sent.length;
    await handler(anSqsEvent(...messages.map((message) => JSON.stringify(message))));
    held += messages.length - (polls.sent.length - before);
  };
  return () => held;
}

async function endOf({ monitor, watch }: Scene) {
  const { stores, published } = monitor;
  const bursts = await stores.bursts.ofWatch(watch.watchId, 100);
  const baseline = await stores.baselines.load(watch.watchId);
  return {
    bursts: bursts.map(({ version: _, ...burst }) => burst),
    posts: await Promise.all(bursts.map(({ burstId }) => stores.posts.read(burstId))),
    detector: baseline?.detector,
    learnedUntilMs: baseline?.learnedUntilMs,
    openBurstMs: baseline?.openBurstMs,
    state: (await stores.watches.get(watch.watchId))?.state,
    published,
  };
}

/** Empty buckets may wait for the next post; the last one brings every watch to the same place. */
const LAST_MS = 39.9 * HOUR_MS;

/** Quiet posts, and crowds that make a burst. */
const aDay = fc
  .record({
    quiet: fc.array(fc.nat(20 * HOUR_MS), { maxLength: 60 }),
    crowds: fc.array(
      fc.record({
        at: fc.integer({ min: 4 * HOUR_MS, max: 30 * HOUR_MS }),
        count: fc.integer({ min: 100, max: 200 }),
      }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    phaseMinutes: fc.nat(4),
  })
  .map(({ quiet, crowds, phaseMinutes }) => {
    const times = [
      ...quiet,
      ...crowds.flatMap(({ at, count }) =>
        Array.from(
          { length: count },
          (_, index) => at + Math.floor((index * 7 * MINUTE_MS) / count),
        ),
      ),
      LAST_MS,
    ].sort((one, other) => one - other);
    const posts = times.map((ms, index) => aSourcePost(index, { createdMs: START + 1 + ms }));
    return { posts, phaseMinutes };
  });

describe('leaving out polls without news', () => {
  it('changes no result: baseline, bursts, posts, verdicts and alerts are the same', async () => {
    let bursts = 0;
    let held = 0;
    await fc.assert(
      fc.asyncProperty(aDay, async ({ posts, phaseMinutes }) => {
        const whole = await aScene(posts, phaseMinutes);
        const part = await aScene(posts, phaseMinutes);
        const heldBack = filtered(part, nextOf(posts.map(({ createdMs }) => createdMs)));
        for (const { monitor } of [whole, part]) {
          for (let atMs = START; atMs <= START + 40 * HOUR_MS; atMs += MINUTE_MS) {
            await monitor.tick(atMs);
          }
        }
        const wanted = await endOf(whole);
        expect(await endOf(part)).toEqual(wanted);
        bursts += wanted.bursts.length;
        held += heldBack();
      }),
      { numRuns: 12 },
    );
    expect(bursts).toBeGreaterThan(0);
    expect(held).toBeGreaterThan(1000);
  });
});
