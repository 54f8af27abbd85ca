import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../functions/adapters/mastodon/mastodon-source.ts';
import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { watchIdOf } from '../../functions/model/watch.ts';
import { burstSettings } from '../../functions/settings/burst.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { poll } from '../../functions/steps/poll.ts';
import { aBaseline } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';
import { aWatch } from '../support/a-watch.ts';
import { brokenFetch, Crash, crashing } from '../support/broken-fetch.ts';
import { type Chance, chanceOf } from '../support/chance-of.ts';
import { type Snac, snacIsHere, startSnac } from '../support/snac.ts';

const RUNS = 200;
const ROUNDS = 6;
const AT_ONCE = 8;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * So few posts a poll that a poll or two that failed leave a gap, and of what was read before no
 * more than snac2's whole seconds demand. A gap stays worth filling for longer than polls are put off.
 */
const KEEP = { ...POLLING, postsPerPoll: 8, overlapMs: 1_000, fillWithinMs: 1_000 * HOUR_MS };

/** A monitor of one hashtag in whose open burst posts are kept, and what befalls it. */
function openRun(seed: number, host: string) {
  let startMs = 0;
  const chance = chanceOf(seed);
  const trouble = { network: 0.25, write: 0.1, hits: 0 };
  const hit = (share: number) => {
    const isHit = chance() < share;
    if (isHit) trouble.hits += 1;
    return isHit;
  };
  const source = mastodonSource(host, {
    scheme: 'http',
    timeoutMs: 5_000,
    fetch: brokenFetch(() => (hit(trouble.network) ? chance() : undefined)),
  });
  const dying = <Port extends object>(port: Port) => crashing(port, () => hit(trouble.write));
  const stores = {
    watches: memoryWatchStore(),
    baselines: memoryBaselineStore(),
    bursts: memoryBurstStore(),
    posts: memoryPostStore(),
  };
  const ports = {
    watches: dying(stores.watches),
    baselines: dying(stores.baselines),
    bursts: dying(stores.bursts),
    posts: dying(stores.posts),
    authors: memoryAuthorStore(),
    tides: memoryTideStore(),
    assess: dying({ send: async () => undefined }),
    secret: secretFrom('a key for tests'),
    sourceOf: () => source,
  };
  const hashtag = `norun${seed}x`;
  const watchId = watchIdOf('mastodon', hashtag, host);
  const settings = { burst: burstSettings, keep: KEEP };
  const posted: string[] = [];

  return {
    hashtag,
    posted,
    trouble,
    chance,
    async begin(atMs: number) {
      startMs = atMs;
      const of = { watchId, hashtag, source: 'mastodon', place: host } as const;
      await stores.watches.save(aWatch({ ...of, state: 'bursting', intervalMinutes: 1 }));
      const learnedUntilMs = Math.floor(startMs / MINUTE_MS) * MINUTE_MS;
      const learned = { watchId, learnedUntilMs, volume: null };
      await stores.baselines.save(aBaseline({ ...learned, openBurstMs: startMs }), []);
      const kept = { keptFromMs: startMs, postsUntilMs: startMs, lookedMs: startMs };
      await stores.bursts.save(aBurst({ ...of, ...kept, startMs, changedMs: startMs }));
    },
    async poll(atMs: number): Promise<void> {
      const watch = await stores.watches.get(watchId);
      if (watch === undefined) throw new Error('the watch must still be there');
      try {
        await poll({ watch, atMs }, ports, settings);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
    },
    async hasGap() {
      return (await stores.bursts.get(watchId, startMs))?.unread.length !== 0;
    },
    /** Whether all of the burst was read, as far as the monitor knows. */
    async isDone(untilMs: number) {
      const burst = await stores.bursts.get(watchId, startMs);
      return burst !== undefined && burst.postsUntilMs > untilMs && burst.unread.length === 0;
    },
    kept: () => stores.posts.read(aBurst({ watchId, startMs }).burstId),
  };
}

type Run = ReturnType<typeof openRun>;

/** Fewer in one second than a poll reads: posts of one moment cannot be told apart, only read together. */
function howMany(chance: Chance): number {
  return chance() < 0.3 ? 0 : Math.ceil(chance() * 5);
}

async function eachOf(runs: readonly Run[], act: (run: Run) => Promise<void>): Promise<void> {
  const queue = [...runs];
  const worker = async () => {
    for (let run = queue.pop(); run !== undefined; run = queue.pop()) await act(run);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** snac2 dates posts to the second: what a poll has not seen must not be dated before it. */
async function nextSecond(): Promise<number> {
  const second = Math.floor(Date.now() / 1_000);
  while (Math.floor(Date.now() / 1_000) === second) await wait(20);
  return (second + 1) * 1_000;
}

describe.skipIf(!snacIsHere())('200 monitors of a real server, with polls that fail', () => {
  let snac: Snac;
  let token: string;
  beforeAll(async () => {
    snac = await startSnac();
    token = await snac.token('ada', snac.addUser('ada'));
  });
  afterAll(() => snac?.stop());

  const post = async (run: Run, posts: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let number = 0; number < posts; number++)
      ids.push((await snac.post(token, `${number} of #${run.hashtag}`)).id);
    return ids;
  };

  it('keep what was posted: no gap, no double', { timeout: 300_000 }, async () => {
    const runs = Array.from({ length: RUNS }, (_, seed) => openRun(seed, snac.host));
    // Half of the hashtags are older than their burst, the others begin with it.
    await eachOf(runs, async (run) => void (await post(run, run.chance() < 0.5 ? 3 : 0)));
    const startMs = await nextSecond();
    await eachOf(runs, (run) => run.begin(startMs));

    for (let round = 0; round < ROUNDS; round++) {
      await eachOf(runs, async (run) => {
        run.posted.push(...(await post(run, howMany(run.chance))));
        await run.poll(Date.now());
      });
      await nextSecond();
    }
    const gaps = await Promise.all(runs.map((run) => run.hasGap()));

    // The network mends. What it had said about being asked again is over by then.
    const endMs = Date.now();
    await eachOf(runs, async (run) => {
      Object.assign(run.trouble, { network: 0, write: 0 });
      for (let later = 1; later <= 12 && !(await run.isDone(endMs)); later++)
        await run.poll(endMs + later * HOUR_MS);
    });

    for (const [seed, run] of runs.entries()) {
      const kept = (await run.kept()).map(({ id }) => id);
      expect(kept.sort(), `run ${seed}`).toEqual([...run.posted].sort());
    }
    // None of it is worth anything where nothing went wrong.
    expect(runs.filter(({ trouble }) => trouble.hits > 0).length).toBeGreaterThan(0.9 * RUNS);
    expect(gaps.filter(Boolean).length).toBeGreaterThan(0.1 * RUNS);
    expect(runs.flatMap(({ posted }) => posted).length).toBeGreaterThan(8 * RUNS);
  });
});
