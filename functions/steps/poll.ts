import type { Baseline } from '../model/baseline.ts';
import type { BaselineAge } from '../model/baseline-age.ts';
import { type Burst, isUnjudged } from '../model/burst.ts';
import { ConflictError, SourceError } from '../model/errors.ts';
import type { Watch, WatchHealth } from '../model/watch.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { AssessDue, PollDue } from '../ports/messages.ts';
import type { Queue } from '../ports/queue.ts';
import type { Source } from '../ports/source.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { type BurstSettings, FRESH_DETECTOR } from '../signals/burst.ts';
import { amendWatch } from './amend-watch.ts';
import { type KeepBurstPorts, keepBurst } from './keep-burst.ts';
import type { KeepSettings } from './keep-posts.ts';
import { type Learned, learnCounts } from './learn-counts.ts';
import { noteAge } from './note-age.ts';
import {
  type PollAuthorsPorts,
  type PollAuthorsSettings,
  type PollMoment,
  pollAuthors,
} from './poll-authors.ts';
import { type NewCounts, readCounts } from './read-counts.ts';
import { isReadingPast, type ReadPastSettings, readPast } from './read-past.ts';

export type PollPorts = KeepBurstPorts &
  PollAuthorsPorts & {
    readonly baselines: BaselineStore;
    readonly watches: WatchStore;
    readonly assess: Queue<AssessDue>;
    readonly sourceOf: (watch: Watch) => Source;
  };

export type PollSettings = {
  readonly burst: (intervalMinutes: number) => BurstSettings;
  readonly keep: KeepSettings & PollAuthorsSettings & ReadPastSettings;
};

export type PollOutcome = {
  readonly state: 'learned' | 'nothing-new' | 'repeated' | 'stale';
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  /** How old the baseline is now, where that is news. */
  readonly age?: BaselineAge;
  readonly reason?: string;
};

const NOTHING_NEW: PollOutcome = { state: 'nothing-new', opened: [], closed: [] };

/**
 * One poll of one watch: counts scored and learned, the burst opened or closed, its posts kept.
 *
 * May be repeated, or die anywhere: the baseline is saved last, and all before it can be done
 * twice. A source that fails leaves the watch stale, and the next poll catches up.
 */
export async function poll(
  { watch, atMs }: PollDue,
  ports: PollPorts,
  settings: PollSettings,
): Promise<PollOutcome> {
  try {
    const outcome = await pollSource(watch, atMs, ports, settings);
    await noteHealth(watch, { state: 'ok' }, ports);
    return outcome;
  } catch (error) {
    if (error instanceof ConflictError) return { ...NOTHING_NEW, state: 'repeated' };
    if (!(error instanceof SourceError)) throw error;
    await noteHealth(watch, { state: 'stale', reason: error.message, sinceMs: atMs }, ports);
    return { ...NOTHING_NEW, state: 'stale', reason: error.message };
  }
}

async function pollSource(
  watch: Watch,
  atMs: number,
  ports: PollPorts,
  settings: PollSettings,
): Promise<PollOutcome> {
  const source = ports.sourceOf(watch);
  const burstSettings = settings.burst(watch.intervalMinutes);
  const stored = await withItsPast(watch, source, atMs, ports, settings);
  const note = (baseline: Baseline) =>
    noteAge(watch, baseline, burstSettings.youngPolls, ports.watches);
  if (isReadingPast(stored)) return { ...NOTHING_NEW, ...(await note(stored)) };
  const open = await openBurst(stored, ports);
  const counts = await readCounts(watch, stored, source, atMs);
  if (open === null && stored.version > 0 && mayWait(counts, source))
    return { ...NOTHING_NEW, ...(await note(stored)) };

  const learned = learnCounts(watch, stored, open, counts, atMs, burstSettings);
  const kept: Burst[] = [];
  for (const burst of learned.bursts) {
    kept.push(await keepBurst(burst, watch, source, atMs, ports, settings.keep));
  }
  const newest = kept.at(-1);
  const openBurstMs = newest === undefined || isFinished(newest) ? null : newest.startMs;

  await setState(watch, openBurstMs === null ? 'active' : 'bursting', ports);
  await ports.assess.send(
    kept
      .filter((burst) => isUnjudged(burst, atMs))
      .map(({ burstId }) => ({ kind: 'burst', burstId, atMs }) as const),
  );
  const now = { ...learned.baseline, openBurstMs };
  const moment = kept.length > 0 ? 'burst' : momentOf(learned, watch, settings);
  const authorsUntilMs = await pollAuthors(watch, now, moment, source, atMs, ports, settings.keep);
  const baseline = { ...now, authorsUntilMs };
  if (counts.buckets.length > 0 || openBurstMs !== stored.openBurstMs) {
    await ports.baselines.save(baseline, learned.full);
  }
  return {
    ...(await note(baseline)),
    state: 'learned',
    opened: kept.filter((burst) => burst.startMs !== open?.startMs).map((burst) => burst.burstId),
    closed: kept
      .filter((burst) => burst.endMs !== null && burst.changedMs === atMs)
      .map((burst) => burst.burstId),
  };
}

/** The baseline as stored; a new one, with as much of its past as may be read at once. */
async function withItsPast(
  watch: Watch,
  source: Source,
  atMs: number,
  ports: PollPorts,
  { burst, keep }: PollSettings,
): Promise<Baseline> {
  const settings = burst(watch.intervalMinutes);
  const known = (await ports.baselines.load(watch.watchId)) ?? freshBaseline(watch.watchId);
  return readPast(watch, known, source, atMs, ports, settings, keep);
}

/**
 * Empty buckets of a quiet hashtag need not be written at once: the next poll finds them again,
 * unless the source is about to forget them. A baseline is saved once before it may wait, or
 * nothing would tell where to go on from. Most polls of most hashtags so cost a read alone.
 */
function mayWait(counts: NewCounts, source: Source): boolean {
  const first = counts.buckets[0];
  const last = counts.buckets.at(-1);
  if (first === undefined || last === undefined) return true;
  const isEmpty = counts.late === 0 && counts.buckets.every(({ posts }) => posts === 0);
  return isEmpty && last.startMs - first.startMs < source.capability.historyMs / 2;
}

/** A young baseline would not have told a burst from the usual. */
function momentOf(
  { baseline, full }: Learned,
  { intervalMinutes }: Watch,
  { burst }: PollSettings,
): PollMoment {
  if (baseline.detector.polls < burst(intervalMinutes).youngPolls) return 'burst';
  return full.length > 0 ? 'chunk' : 'quiet';
}

async function openBurst(baseline: Baseline, ports: PollPorts): Promise<Burst | null> {
  if (baseline.openBurstMs === null) return null;
  return (await ports.bursts.get(baseline.watchId, baseline.openBurstMs)) ?? null;
}

function freshBaseline(watchId: string): Baseline {
  return {
    watchId,
    detector: FRESH_DETECTOR,
    learnedUntilMs: 0,
    openBurstMs: null,
    volume: null,
    version: 0,
  };
}

/** A burst that ended is followed until it was judged to the end, so that no verdict hangs on a queue. */
function isFinished(burst: Burst): boolean {
  return burst.endMs !== null && !isUnjudged(burst, Number.POSITIVE_INFINITY);
}

async function setState(watch: Watch, state: 'active' | 'bursting', ports: PollPorts) {
  await amendWatch(ports.watches, watch, (now) =>
    now.state === state || now.state === 'paused' ? now : { ...now, state },
  );
}

async function noteHealth(watch: Watch, health: WatchHealth, ports: PollPorts) {
  await amendWatch(ports.watches, watch, (now) =>
    now.health.state === health.state ? now : { ...now, health },
  );
}
