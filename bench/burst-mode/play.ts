import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryPostStore } from '../../functions/adapters/memory/post-store.ts';
import { memoryTideStore } from '../../functions/adapters/memory/tide-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { replaySource } from '../../functions/adapters/replay/replay-source.ts';
import { shelve } from '../../functions/adapters/replay/shelf.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import type { Post, SourcePost } from '../../functions/model/post.ts';
import {
  type IntervalMinutes,
  type SourceName,
  type Watch,
  watchIdOf,
} from '../../functions/model/watch.ts';
import type { PollDue } from '../../functions/ports/messages.ts';
import type { SourceCapability } from '../../functions/ports/source.ts';
import { burstSettings } from '../../functions/settings/burst.ts';
import { DISPATCHING } from '../../functions/settings/dispatching.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { dispatch } from '../../functions/steps/dispatch.ts';
import { poll } from '../../functions/steps/poll.ts';

export const HASHTAG = 'harbour';
const MINUTE_MS = 60_000;

export type Played = {
  /** Posts kept of all bursts, each with the poll that first missed it. */
  readonly kept: readonly Post[];
  readonly polls: number;
};

/**
 * Plays the schedule through dispatch and poll, minute by minute, over a network that shows these
 * posts as long as they stand.
 */
export async function playMonitor(
  posts: readonly SourcePost[],
  fromMs: number,
  toMs: number,
  intervalMinutes: IntervalMinutes,
  source: SourceName,
  differs: Partial<SourceCapability> = {},
): Promise<Played> {
  const watch = aWatch(source, intervalMinutes, fromMs);
  const ports = openPorts(posts, differs);
  await ports.watches.save(watch);
  let polls = 0;
  for (let atMs = fromMs; atMs <= toMs; atMs += MINUTE_MS) {
    await dispatch(atMs, ports, DISPATCHING);
    for (const due of ports.due.splice(0)) {
      polls += 1;
      await poll(due, ports, { burst: burstSettings, keep: POLLING });
    }
  }
  const bursts = await ports.bursts.ofWatch(watch.watchId, 100);
  const kept = await Promise.all(bursts.map(({ burstId }) => ports.posts.read(burstId)));
  return { kept: kept.flat(), polls };
}

function openPorts(posts: readonly SourcePost[], differs: Partial<SourceCapability>) {
  const shelf = shelve(posts, Number.POSITIVE_INFINITY);
  const firstMs = shelf.createdMs[0] ?? 0;
  const source = replaySource({
    posts: posts.length,
    hashtags: new Map([[HASHTAG, posts.length]]),
    firstMs,
    lastMs: shelf.createdMs.at(-1) ?? firstMs,
    knowsDeletions: true,
    shelf: () => shelf,
    nextEventMs: () => undefined,
  });
  const asked = { ...source, capability: { ...source.capability, ...differs } };
  const due: PollDue[] = [];
  return {
    due,
    watches: memoryWatchStore(),
    baselines: memoryBaselineStore(),
    bursts: memoryBurstStore(),
    posts: memoryPostStore(),
    authors: memoryAuthorStore(),
    tides: memoryTideStore(),
    polls: { send: async (messages: readonly PollDue[]) => void due.push(...messages) },
    assess: { send: async () => undefined },
    secret: secretFrom('a key of the bench'),
    sourceOf: () => asked,
  };
}

function aWatch(source: SourceName, intervalMinutes: IntervalMinutes, createdMs: number): Watch {
  return {
    watchId: watchIdOf(source, HASHTAG, null),
    source,
    place: null,
    hashtag: HASHTAG,
    intervalMinutes,
    phaseMinutes: 0,
    state: 'active',
    health: { state: 'ok' },
    createdMs,
    version: 0,
  };
}
