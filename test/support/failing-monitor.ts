import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { type SourceName, watchIdOf } from '../../functions/model/watch.ts';
import type { Source } from '../../functions/ports/source.ts';
import { burstSettings } from '../../functions/settings/burst.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { type PollSettings, poll } from '../../functions/steps/poll.ts';
import { aBaseline } from './a-baseline.ts';
import { aBurst } from './a-burst.ts';
import { aWatch } from './a-watch.ts';
import { brokenFetch, Crash, crashing } from './broken-fetch.ts';
import type { Chance } from './chance-of.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Watched = {
  readonly source: SourceName;
  readonly hashtag: string;
  readonly place?: string | null;
  /** When the burst began, epoch milliseconds. */
  readonly startMs: number;
  readonly keep?: Partial<PollSettings['keep']>;
};

/**
 * A monitor in whose open burst posts are kept, polled every minute. Until `mend` a quarter of its
 * requests fail, and it dies beside a fifth of its writes.
 *
 * @param open the source, over the network that fails
 */
export async function failingMonitor(
  { source: name, hashtag, place = null, startMs, keep }: Watched,
  chance: Chance,
  open: (fetch: typeof globalThis.fetch) => Source,
) {
  const trouble = { network: 0.25, write: 0.1, hits: 0 };
  const hit = (share: number) => {
    const isHit = chance() < share;
    if (isHit) trouble.hits += 1;
    return isHit;
  };
  const source = open(brokenFetch(() => (hit(trouble.network) ? chance() : undefined)));
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
  const settings = { burst: burstSettings, keep: { ...POLLING, ...keep } };
  const watchId = watchIdOf(name, hashtag, place);
  const of = { watchId, hashtag, place, source: name } as const;
  await stores.watches.save(aWatch({ ...of, state: 'bursting', intervalMinutes: 1 }));
  const learnedUntilMs = Math.floor(startMs / MINUTE_MS) * MINUTE_MS;
  const learned = { watchId, learnedUntilMs, volume: null };
  await stores.baselines.save(aBaseline({ ...learned, openBurstMs: startMs }), []);
  const kept = { keptFromMs: startMs, postsUntilMs: startMs, lookedMs: startMs };
  const counted = { fromMs: startMs, untilMs: startMs, posts: 0 };
  await stores.bursts.save(aBurst({ ...of, ...kept, counted, startMs, changedMs: startMs }));

  async function burst() {
    const found = await stores.bursts.get(watchId, startMs);
    if (found === undefined) throw new Error('the burst must still be there');
    return found;
  }
  async function pollAt(atMs: number): Promise<void> {
    const watch = await stores.watches.get(watchId);
    if (watch === undefined) throw new Error('the watch must still be there');
    try {
      await poll({ watch, atMs }, ports, settings);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
  return {
    hits: () => trouble.hits,
    burst,
    poll: pollAt,
    /** Nothing fails any more. Polls each hour until all up to `endMs` is read and counted. */
    async mend(endMs: number): Promise<void> {
      Object.assign(trouble, { network: 0, write: 0 });
      for (let later = 1; later <= 24; later += 1) {
        await pollAt(endMs + later * HOUR_MS);
        const { postsUntilMs, unread } = await burst();
        if (postsUntilMs > endMs && unread.length === 0) return;
      }
    },
    kept: async () => stores.posts.read((await burst()).burstId),
    /** Posts of each minute from the start of the burst, as they were learned. */
    async counts(minutes: number): Promise<readonly (number | null | undefined)[]> {
      const full = await stores.baselines.volume(watchId, startMs, startMs + minutes * MINUTE_MS);
      const running = (await stores.baselines.load(watchId))?.volume;
      const byMinute = new Map<number, number | null>();
      for (const chunk of running ? [...full, running] : full)
        for (const [bucket, posts] of chunk.posts.entries())
          byMinute.set(chunk.startMs + bucket * MINUTE_MS, posts);
      return Array.from({ length: minutes }, (_, minute) =>
        byMinute.get(startMs + minute * MINUTE_MS),
      );
    },
  };
}
