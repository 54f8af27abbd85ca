import { expect, it } from 'vitest';
import type { Source } from '../../functions/ports/source.ts';
import { aWatch } from '../support/a-watch.ts';
import { capabilityOf } from '../support/capability.ts';
import { openMonitor } from '../support/memory-monitor.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 2, 2);
const BURST_MS = START_MS + 7 * DAY_MS;

/** Nothing for a week, then a thousand posts in five minutes. */
const silentThenLoud: Source = {
  capability: capabilityOf({
    historyMs: 2 * DAY_MS,
    deletions: 'unseen',
    authorDates: 'unknown',
    postsWithCounts: false,
  }),
  async counts({ fromMs, toMs }, bucketMs) {
    const buckets = [];
    for (let startMs = fromMs; startMs < toMs; startMs += bucketMs) {
      buckets.push({ startMs, posts: startMs === BURST_MS ? 1000 : 0 });
    }
    return buckets;
  },
  posts: async ({ fromMs }) => ({ posts: [], fromMs }),
  missing: async () => new Set(),
};

it('sees the first burst of a hashtag that was silent since it is watched', async () => {
  const monitor = openMonitor(silentThenLoud);
  const watch = aWatch({ phaseMinutes: 0, createdMs: START_MS });
  await monitor.stores.watches.save(watch);

  for (let ms = START_MS; ms <= BURST_MS + 5 * MINUTE_MS; ms += 5 * MINUTE_MS)
    await monitor.tick(ms);

  const bursts = await monitor.stores.bursts.ofWatch(watch.watchId, 10);
  expect(bursts.map(({ startMs, young }) => ({ startMs, young }))).toEqual([
    { startMs: BURST_MS, young: false },
  ]);
});
