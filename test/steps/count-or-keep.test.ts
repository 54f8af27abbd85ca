import { describe, expect, it } from 'vitest';
import { SourceError } from '../../functions/model/errors.ts';
import type { Source } from '../../functions/ports/source.ts';
import { aBaseline } from '../support/a-baseline.ts';
import { aBurst } from '../support/a-burst.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { openMonitor } from '../support/memory-monitor.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const NOON_MS = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const atMs = NOON_MS + 20 * MINUTE_MS;

/** A watch whose burst is open and whose source cannot count, as where one of its servers fails. */
async function open(openBurstMs: number | null) {
  const { source, script } = scriptedSource();
  const uncounting: Source = {
    ...source,
    counts: () =>
      Promise.reject(new SourceError('one.example cannot be reached', { retryable: true })),
  };
  const monitor = openMonitor(uncounting);
  const watch = await monitor.stores.watches.save(aWatch({ phaseMinutes: 0, state: 'bursting' }));
  await monitor.stores.baselines.save(aBaseline({ learnedUntilMs: NOON_MS, openBurstMs }), []);
  const burst = aBurst({ startMs: NOON_MS });
  await monitor.stores.bursts.save(burst);
  script.posts = [aSourcePost(1, { createdMs: atMs - MINUTE_MS })];
  return {
    monitor,
    script,
    poll: () => monitor.poll({ watch, atMs }),
    kept: async () => (await monitor.stores.posts.read(burst.burstId)).map(({ id }) => id),
    baseline: () => monitor.stores.baselines.load(watch.watchId),
  };
}

describe('a source that cannot count', () => {
  it('has the posts of an open burst kept all the same, and the watch says why it is stale', async () => {
    const { poll, kept, baseline } = await open(NOON_MS);

    expect(await poll()).toMatchObject({
      state: 'stale',
      reason: 'one.example cannot be reached',
    });
    expect(await kept()).toEqual(['post-1']);
    expect(await baseline()).toMatchObject({ learnedUntilMs: NOON_MS, openBurstMs: NOON_MS });
  });

  it('is told as such where it has no posts either', async () => {
    const { poll, kept, script } = await open(NOON_MS);
    script.fails = 'no posts either';

    expect(await poll()).toMatchObject({ reason: 'one.example cannot be reached' });
    expect(await kept()).toEqual([]);
  });

  it('is asked for no posts where no burst is open', async () => {
    const { poll, script } = await open(null);

    expect(await poll()).toMatchObject({ state: 'stale' });
    expect(script.asked.filter(({ what }) => what === 'posts')).toEqual([]);
  });
});
