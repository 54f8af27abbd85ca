import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../functions/adapters/mastodon/mastodon-source.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { type Chance, chanceOf } from '../support/chance-of.ts';
import { failingMonitor } from '../support/failing-monitor.ts';
import { type Snac, snacIsHere, startSnac } from '../support/snac.ts';

const RUNS = 200;
const ROUNDS = 6;
const AT_ONCE = 8;
const HOUR_MS = 3_600_000;

/**
 * So few posts a poll that a poll or two that failed leave a gap, and of what was read before no
 * more than snac2's whole seconds demand. A gap stays worth filling for longer than polls are put off.
 */
const KEEP = { ...POLLING, postsPerPoll: 8, overlapMs: 1_000, fillWithinMs: 1_000 * HOUR_MS };

/** One hashtag, what was posted of it, and from `begin` on its monitor. */
function openRun(seed: number, host: string) {
  const chance = chanceOf(seed);
  const hashtag = `norun${seed}x`;
  const posted: string[] = [];
  const open = (fetch: typeof globalThis.fetch) =>
    mastodonSource(host, { scheme: 'http', timeoutMs: 5_000, fetch });
  const watched = { source: 'mastodon', hashtag, place: host, keep: KEEP } as const;
  let monitor: Awaited<ReturnType<typeof failingMonitor>> | undefined;

  return {
    hashtag,
    posted,
    chance,
    async begin(startMs: number) {
      monitor = await failingMonitor({ ...watched, startMs }, chance, open);
    },
    get monitor() {
      if (monitor === undefined) throw new Error('the run must have begun');
      return monitor;
    },
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
        await run.monitor.poll(Date.now());
      });
      await nextSecond();
    }
    const bursts = await Promise.all(runs.map(({ monitor }) => monitor.burst()));
    const gaps = bursts.filter(({ unread }) => unread.length > 0);

    // The network mends. What it had said about being asked again is over by then.
    const endMs = Date.now();
    await eachOf(runs, (run) => run.monitor.mend(endMs));

    for (const [seed, run] of runs.entries()) {
      const kept = (await run.monitor.kept()).map(({ id }) => id);
      expect(kept.sort(), `run ${seed}`).toEqual([...run.posted].sort());
    }
    // None of it is worth anything where nothing went wrong.
    expect(runs.filter(({ monitor }) => monitor.hits() > 0).length).toBeGreaterThan(0.9 * RUNS);
    expect(gaps.length).toBeGreaterThan(0.1 * RUNS);
    expect(runs.flatMap(({ posted }) => posted).length).toBeGreaterThan(8 * RUNS);
  });
});
