import type { Burst } from '../model/burst.ts';
import { ConflictError } from '../model/errors.ts';
import type { Watch } from '../model/watch.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { PostStore } from '../ports/post-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { Source } from '../ports/source.ts';
import { amendBurst } from './amend-burst.ts';
import { type KeepSettings, keepPosts } from './keep-posts.ts';

export type KeepBurstPorts = {
  readonly bursts: BurstStore;
  readonly posts: PostStore;
  readonly secret: Secret;
};

/**
 * Keeps a burst's posts and brings what is stored of it up to what the counts say; created if it is new.
 *
 * @returns the burst as it stands afterwards
 * @throws {SourceError} if the source cannot answer
 */
export async function keepBurst(
  burst: Burst,
  watch: Watch,
  source: Source,
  atMs: number,
  ports: KeepBurstPorts,
  settings: KeepSettings,
): Promise<Burst> {
  const stored = await createOrGet(burst, ports);
  const kept = await keepPosts(
    { ...stored, endMs: burst.endMs },
    watch,
    source,
    atMs,
    ports,
    settings,
  );
  const amended = await amendBurst(ports.bursts, burst.watchId, burst.startMs, (now) => {
    const ended = burst.endMs !== null && now.endMs === null;
    const news = kept.posts > 0 || kept.gone > 0 || ended;
    const raised = {
      ...now,
      severity: now.severity === 'alert' ? now.severity : burst.severity,
      score: Math.max(now.score, burst.score),
      peakPosts: Math.max(now.peakPosts, burst.peakPosts),
      endMs: burst.endMs,
      postsUntilMs: news ? Math.max(now.postsUntilMs, kept.untilMs) : now.postsUntilMs,
      changedMs: news ? Math.max(now.changedMs, atMs) : now.changedMs,
    };
    return isSame(raised, now) ? now : raised;
  });
  return amended ?? stored;
}

async function createOrGet(burst: Burst, ports: KeepBurstPorts): Promise<Burst> {
  if (burst.version > 0) return burst;
  try {
    return await ports.bursts.save(burst);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return (await ports.bursts.get(burst.watchId, burst.startMs)) ?? burst;
  }
}

function isSame(one: Burst, other: Burst): boolean {
  return (Object.keys(one) as (keyof Burst)[]).every((key) => one[key] === other[key]);
}
