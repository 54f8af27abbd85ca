import type { Burst } from '../model/burst.ts';
import type { Company } from '../model/company.ts';
import { ConflictError } from '../model/errors.ts';
import { counterOf } from '../model/surge.ts';
import type { Watch } from '../model/watch.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { Source } from '../ports/source.ts';
import type { TideStore } from '../ports/tide-store.ts';
import { joinCompany } from '../signals/company.ts';
import { riseMsOf } from '../signals/tide.ts';
import { adoptPosts } from './adopt-posts.ts';
import { amendBurst } from './amend-burst.ts';
import { type KeepPorts, type KeepSettings, type Kept, keepPosts } from './keep-posts.ts';

export type KeepBurstPorts = KeepPorts & {
  readonly bursts: BurstStore;
  readonly tides: Pick<TideStore, 'noteRise'>;
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
    const raised = { ...now, ...grown(now, burst) };
    const ended = burst.endMs !== null && now.endMs === null;
    const isTold = ended || isNews(kept);
    const changedMs = isTold ? Math.max(now.changedMs, atMs) : now.changedMs;
    const cursor = isTold || hasMoved(kept, stored) ? cursorOf(now, stored, kept) : {};
    const changed = { ...raised, ...cursor, changedMs };
    return isSame(changed, now) ? now : changed;
  });
  return amended ?? stored;
}

/** What the counts say of it by now. */
function grown(
  now: Burst,
  counted: Burst,
): Pick<Burst, 'severity' | 'score' | 'peakPosts' | 'endMs' | 'counted'> {
  return {
    severity: now.severity === 'alert' ? now.severity : counted.severity,
    score: Math.max(now.score, counted.score),
    peakPosts: Math.max(now.peakPosts, counted.peakPosts),
    endMs: counted.endMs,
    counted: counted.counted.untilMs > now.counted.untilMs ? counted.counted : now.counted,
  };
}

/** Posts in the company of none that were new are those of a poll that died before it noted them. */
function isNews({ posts, gone, company }: Kept): boolean {
  return posts > 0 || gone > 0 || company.posts > 0;
}

/** @param read the burst as it was when its posts were kept; another poll may have noted some since */
function cursorOf(
  now: Burst,
  read: Burst,
  kept: Kept,
): Pick<Burst, 'postsUntilMs' | 'lookedMs' | 'unread' | 'company'> {
  const isOvertaken = now.postsUntilMs !== read.postsUntilMs;
  return {
    postsUntilMs: Math.max(now.postsUntilMs, kept.untilMs),
    lookedMs: Math.max(now.lookedMs, kept.lookedMs),
    unread: isOvertaken ? now.unread : kept.unread,
    company: isOvertaken ? now.company : joined(now.company, kept.company),
  };
}

/** Posts were looked for, or a gap was filled or found. */
function hasMoved(kept: Kept, read: Burst): boolean {
  return kept.lookedMs !== read.lookedMs || kept.unread !== read.unread;
}

function joined(company: Company | null, more: Company): Company | null {
  if (more.posts === 0) return company;
  return company === null ? more : joinCompany(company, more);
}

async function createOrGet(burst: Burst, ports: KeepBurstPorts): Promise<Burst> {
  if (burst.version > 0) return burst;
  const { watchId, hashtag } = burst;
  if (burst.keptFromMs < burst.startMs) await adoptPosts(burst, ports.posts);
  await ports.tides.noteRise({
    counter: counterOf(burst),
    watchId,
    hashtag,
    atMs: riseMsOf(burst),
  });
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
