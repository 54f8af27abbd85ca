import { afterEach, describe, expect, it } from 'vitest';
import { benchXCost, xBurstHour, xCounts } from '../../../bench/source-cost/x-month.ts';
import { readCounts } from '../../../functions/steps/read-counts.ts';
import { anX } from '../../adapters/x/an-x.ts';
import { type FakeX, startFakeX } from '../../adapters/x/fake-x.ts';
import { aBaseline } from '../../support/a-baseline.ts';
import { aWatch } from '../../support/a-watch.ts';

const MINUTE_MS = 60_000;
const START_MS = Date.parse('2026-11-03T00:00:00.000Z');
const MICRO = 1_000_000;

let fake: FakeX | undefined;
afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

describe('the cost of X', () => {
  it('of counts is what X bills for a day of polls on the minute', async () => {
    fake = await startFakeX({ startMs: START_MS });
    const source = anX(fake.host);
    const watch = aWatch({ source: 'x', intervalMinutes: 15, phaseMinutes: 0 });
    let learnedUntilMs = START_MS;
    for (let minute = 1; minute <= 1440 + 1; minute += 1) {
      fake.advance(MINUTE_MS);
      const baseline = aBaseline({ learnedUntilMs, volume: null });
      const { buckets } = await readCounts(watch, baseline, source, fake.nowMs());
      expect(buckets.every(({ posts }) => posts === 0)).toBe(true);
      learnedUntilMs += buckets.length * 15 * MINUTE_MS;
    }

    expect(learnedUntilMs).toBe(START_MS + 86_400_000);
    expect(fake.bill.total() / MICRO).toBeCloseTo(xCounts(1, 15) / 30, 6);
  });

  it('of a burst is what X bills for an hour of it', async () => {
    fake = await startFakeX({ startMs: START_MS });
    const source = anX(fake.host);
    let posted = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      for (let n = 0; n < 50; n += 1) {
        fake.advance(MINUTE_MS / 50);
        posted += 1;
        fake.post('#attack', String(posted));
      }
      const nowMs = fake.nowMs() + 20_000;
      const span = { hashtag: 'attack', fromMs: nowMs - 3 * MINUTE_MS, toMs: nowMs, nowMs };
      const { posts } = await source.posts({ ...span, nowMs: fake.nowMs() }, 5_000);
      await source.missing(posts, 'attack', fake.nowMs());
    }

    // The last quarter of a minute is not read yet.
    expect(fake.bill.total() / MICRO).toBeGreaterThan(xBurstHour(50) * 0.99);
    expect(fake.bill.total() / MICRO).toBeLessThanOrEqual(xBurstHour(50));
  });

  it('is told for 100 hashtags a month', () => {
    expect(xCounts(100, 5)).toBe(4320);
    expect(benchXCost()).toContain('| 5 min | 43.20 | 4320.00 |');
  });
});
