import type { Check } from '../model/check.ts';
import type { KnownEvent } from '../model/known-event.ts';
import type { CheckStore } from '../ports/check-store.ts';
import type { EventStore } from '../ports/event-store.ts';
import { type AddedWatch, addWatch, type WatchWish } from './add-watch.ts';
import { changeWatch } from './change-watch.ts';
import { type BroughtPost, type CheckPostsPorts, checkPosts } from './check-posts.ts';
import { compareVersions } from './compare-versions.ts';
import { eventsBetween } from './events-between.ts';
import type { Detection } from './judge.ts';
import { keepEvents, removeEvent } from './keep-events.ts';
import { keepWatch } from './keep-watch.ts';
import { listBursts, type ReadPorts } from './list-bursts.ts';
import { type RemovePorts, removeWatch } from './remove-watch.ts';
import { showBurst } from './show-burst.ts';
import { type CheckWish, type StartCheckPorts, startCheck } from './start-check.ts';
import { type VerdictWords, verdictWords } from './verdict-words.ts';

export type ApiPorts = ReadPorts &
  RemovePorts &
  StartCheckPorts &
  CheckPostsPorts & { readonly checks: CheckStore; readonly events: EventStore };

export type CheckReading = { readonly check: Check; readonly words: VerdictWords | null };

/** The steps that the API takes, tied to their ports. @param newId gives an id that nobody can guess */
export function apiSteps(ports: ApiPorts, newId: () => string, detection: Detection) {
  const { watches } = ports;
  return {
    watches: {
      list: (limit: number, after: string | undefined) => watches.list(limit, after),
      get: (watchId: string) => watches.get(watchId),
      add: (wish: WatchWish, atMs: number): Promise<AddedWatch> => addWatch(wish, atMs, watches),
      change: (watchId: string, paused: boolean) => changeWatch(watchId, paused, ports),
      keep: (watchId: string) => keepWatch(watchId, watches),
      remove: (watchId: string, atMs: number) => removeWatch(watchId, atMs, ports),
    },
    bursts: {
      list: (query: Parameters<typeof listBursts>[0]) => listBursts(query, ports),
      show: (burstId: string) => showBurst(burstId, ports),
      compare: (fromMs: number, toMs: number) => compareVersions(fromMs, toMs, ports),
    },
    events: {
      list: (fromMs: number, toMs: number) => eventsBetween(fromMs, toMs, ports.events),
      keep: (events: readonly KnownEvent[]) => keepEvents(events, ports.events),
      remove: (eventId: string) => removeEvent(eventId, ports.events),
    },
    checks: {
      async get(checkId: string) {
        const check = await ports.checks.get(checkId);
        return check && reading(check);
      },
      ofHashtag: async (wish: CheckWish, atMs: number) =>
        reading(await startCheck(newId(), wish, atMs, ports)),
      ofPosts: async (posts: readonly BroughtPost[], hashtag: string | null, atMs: number) =>
        reading(await checkPosts(newId(), { posts, hashtag }, atMs, ports, detection)),
    },
  };
}

function reading(check: Check): CheckReading {
  return { check, words: verdictWords(check.verdict) };
}
