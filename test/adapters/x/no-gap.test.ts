import { expect, it } from 'vitest';
import { type Chance, chanceOf } from '../../support/chance-of.ts';
import { failingMonitor } from '../../support/failing-monitor.ts';
import { anX } from './an-x.ts';
import { type FakeX, startFakeX } from './fake-x.ts';

const RUNS = 30;
const MINUTES = 15;
const MINUTE_MS = 60_000;
const START_MS = Date.parse('2026-11-03T12:00:00.000Z');

/** X is asked a third of a minute later, when the minute before can be counted. */
const POLLED_MS = 20_000;

/** As many posts as need a second page after a poll that failed, as ids on a clock that moves. */
function postMinute(fake: FakeX, hashtag: string, untilMs: number, chance: Chance): string[] {
  const times = Array.from({ length: Math.floor(chance() * 60) }, () =>
    Math.floor(fake.nowMs() + chance() * (untilMs - fake.nowMs())),
  ).sort((one, other) => one - other);
  const ids = times.map((ms, number) => {
    fake.advance(ms - fake.nowMs());
    return fake.post(`${number} of #${hashtag}`, String(1_000 + Math.floor(chance() * 9)));
  });
  fake.advance(untilMs - fake.nowMs());
  return ids;
}

async function run(seed: number) {
  const chance = chanceOf(seed);
  const hashtag = `norun${seed}x`;
  const fake = await startFakeX({ startMs: START_MS - MINUTE_MS });
  try {
    // Older than the burst: not to be kept.
    postMinute(fake, hashtag, START_MS, chance);
    const monitor = await failingMonitor(
      { source: 'x', hashtag, startMs: START_MS },
      chance,
      (fetch) => anX(fake.host, { fetch, mostPosts: 1_000 }),
    );
    const posted: string[] = [];
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      const atMs = START_MS + minute * MINUTE_MS + POLLED_MS;
      posted.push(...postMinute(fake, hashtag, atMs, chance));
      await monitor.poll(atMs);
    }
    const behind = (await monitor.burst()).postsUntilMs < fake.nowMs();
    fake.advance(30 * 3_600_000);
    await monitor.mend(START_MS + MINUTES * MINUTE_MS + POLLED_MS);
    return { monitor, posted, behind };
  } finally {
    await fake.close();
  }
}

const minuteOf = (id: string) =>
  Math.floor((Number(BigInt(id) >> 22n) + 1288834974657 - START_MS) / MINUTE_MS);

it(`${RUNS} monitors of X keep and count what was posted: no gap, no double`, {
  timeout: 60_000,
}, async () => {
  let [late, hit] = [0, 0];
  for (let seed = 0; seed < RUNS; seed += 1) {
    const { monitor, posted, behind } = await run(seed);
    const kept = await monitor.kept();
    expect(kept.map(({ id }) => id).sort(), `run ${seed}`).toEqual([...posted].sort());
    // Half an answer about posts is no word that one of them is gone.
    expect(kept.filter(({ deletedMs }) => deletedMs !== undefined && deletedMs !== null)).toEqual(
      [],
    );
    const counts = Array.from(
      { length: MINUTES },
      (_, minute) => posted.filter((id) => minuteOf(id) === minute).length,
    );
    expect(await monitor.counts(MINUTES), `run ${seed}`).toEqual(counts);
    expect((await monitor.burst()).counted.posts, `run ${seed}`).toBe(posted.length);
    if (behind) late += 1;
    if (monitor.hits() > 5) hit += 1;
  }
  // None of it is worth anything where nothing went wrong.
  expect(hit).toBeGreaterThan(0.9 * RUNS);
  expect(late).toBeGreaterThan(0.2 * RUNS);
});
