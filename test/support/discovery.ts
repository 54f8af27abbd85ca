import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryTrendStore } from '../../functions/adapters/memory/trend-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { SourceError } from '../../functions/model/errors.ts';
import { normaliseHashtag } from '../../functions/model/hashtag.ts';
import type { Watch } from '../../functions/model/watch.ts';
import type { Source } from '../../functions/ports/source.ts';
import { type DiscoverInput, readDiscover } from '../../functions/settings/discover.ts';
import { addWatch } from '../../functions/steps/add-watch.ts';
import { discover } from '../../functions/steps/discover.ts';
import { keepWatch } from '../../functions/steps/keep-watch.ts';
import { aBurst } from './a-burst.ts';
import { aSourcePost } from './a-source-post.ts';
import { capabilityOf } from './capability.ts';

type Before = ((name: string) => Promise<void>) | undefined;

const WRITES = new Set(['save', 'remove']);

/** Discovery on memory stores, with trend lists that a test writes by name. */
export function openDiscovery(input: DiscoverInput = {}) {
  const stores = {
    watches: memoryWatchStore(),
    trends: memoryTrendStore(),
    bursts: memoryBurstStore(),
  };
  let settings = settingsOf(input);
  const script = {
    trends: {} as Record<string, readonly string[]>,
    fails: {} as Record<string, string>,
    startedMs: {} as Record<string, number>,
    /** Languages of a hashtag's posts. */
    languages: {} as Record<string, readonly (string | null)[]>,
    unread: new Set<string>(),
    /** Lists that were read, one after the other. */
    read: [] as string[],
    /** Hashtags whose posts were read. */
    asked: [] as string[],
    /** Baselines that were removed. */
    forgotten: [] as string[],
    /** Called before each write; throws to make the round die there. */
    before: undefined as Before,
  };
  const watched = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function' || !WRITES.has(String(key))) return value;
        return async (...args: unknown[]) => {
          await script.before?.(`${name}.${String(key)}`);
          return value.apply(target, args);
        };
      },
    });
  const sourceOf = ({
    source,
    place,
  }: {
    readonly source: string;
    readonly place: string | null;
  }) => scriptedTrends(source, place, script);
  const ports = {
    watches: watched('watches', stores.watches),
    trends: watched('trends', stores.trends),
    bursts: stores.bursts,
    baselines: watched('baselines', {
      remove: async (watchId: string) => void script.forgotten.push(watchId),
    }),
    sourceOf,
  };
  return Object.assign(script, {
    settings: (changed: DiscoverInput) => {
      settings = settingsOf(changed);
    },
    round: (atMs: number) => discover(atMs, ports, settings),
    watches: () => stores.watches.list(1000),
    watch: (watchId: string) => stores.watches.get(watchId),
    lists: () => stores.trends.all(),
    keep: (watchId: string) => keepWatch(watchId, stores.watches),
    remove: (watchId: string) => stores.watches.remove(watchId),
    async become(watchId: string, state: Watch['state']) {
      const watch = await stores.watches.get(watchId);
      if (watch !== undefined) await stores.watches.save({ ...watch, state });
    },
    byHand: (hashtag: string) =>
      addWatch(
        { source: 'mastodon', place: 'one.example', hashtag, intervalMinutes: 15 },
        0,
        stores.watches,
      ),
    burst: (watchId: string, startMs: number, endMs: number | null) =>
      stores.bursts.save(
        aBurst({ watchId, startMs, endMs, burstId: `${watchId}/${startMs}`, version: 0 }),
      ),
  });
}

function settingsOf(input: DiscoverInput) {
  return readDiscover(JSON.stringify({ lists: ['mastodon@one.example'], ...input }));
}

type Script = Pick<
  ReturnType<typeof openDiscovery>,
  'trends' | 'fails' | 'read' | 'startedMs' | 'languages' | 'unread' | 'asked'
>;

function scriptedTrends(name: string, place: string | null, script: Script): Source {
  const price = name === 'x' ? { countRequest: 0.005, post: 0.005, author: 0.01 } : undefined;
  const nothing = async () => {
    throw new Error('discovery asks for trends and posts alone');
  };
  return {
    capability: capabilityOf({ trends: true, ...(price && { priceUsd: price }) }),
    async trending(about) {
      const list = [name, place ?? about].filter((part) => part !== null).join('@');
      script.read.push(list);
      const reason = script.fails[list];
      if (reason !== undefined) throw new SourceError(reason, { retryable: true });
      return (script.trends[list] ?? []).map((display) => {
        const hashtag = normaliseHashtag(display);
        const startedMs = script.startedMs[hashtag] ?? null;
        return { hashtag, display, posts: null, accounts: null, startedMs };
      });
    },
    async posts({ hashtag, fromMs, toMs }) {
      script.asked.push(hashtag);
      if (script.unread.has(hashtag)) throw new SourceError('no answer', { retryable: true });
      const languages = script.languages[hashtag] ?? [];
      const posts = languages.map((language, index) =>
        aSourcePost(index + 1, { language, createdMs: toMs - 1 }),
      );
      return { posts, fromMs };
    },
    counts: nothing,
    missing: nothing,
  };
}
