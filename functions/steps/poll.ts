import type { Baseline } from '../model/baseline.ts';
import type { BaselineAge } from '../model/baseline-age.ts';
import { type Burst, isUnjudged } from '../model/burst.ts';
import { ConflictError, SourceError } from '../model/errors.ts';
import type { Watch } from '../model/watch.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { AssessDue, PollDue } from '../ports/messages.ts';
import type { Queue } from '../ports/queue.ts';
import type { Source } from '../ports/source.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { type BurstSettings, FRESH_DETECTOR } from '../signals/burst.ts';
import { countOrKeep } from './count-or-keep.ts';
import type { SuspectSettings } from './follow-suspected.ts';
import type { KeepBurstPorts } from './keep-burst.ts';
import { type KeptBursts, keepLearned } from './keep-learned.ts';
import type { KeepSettings } from './keep-posts.ts';
import { type Learned, learnCounts } from './learn-counts.ts';
import { noteAge } from './note-age.ts';
import { noteAnswer, noteFailure, waitsUntilMs } from './note-health.ts';
import { noteState } from './note-state.ts';
import {
  type PollAuthorsPorts,
  type PollAuthorsSettings,
  type PollMoment,
  pollAuthors,
} from './poll-authors.ts';
import type { NewCounts } from './read-counts.ts';
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
  readonly keep: KeepSettings & SuspectSettings & PollAuthorsSettings & ReadPastSettings;
};

export type PollOutcome = {
  /** `waiting`: the source had said that it is not to be asked yet. */
  readonly state: 'learned' | 'nothing-new' | 'repeated' | 'stale' | 'waiting';
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  /** A burst is suspected, and was not before. */
  readonly suspected?: true;
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
  { watch, atMs, again }: PollDue,
  ports: PollPorts,
  settings: PollSettings,
): Promise<PollOutcome> {
  if (waitsUntilMs(watch, atMs) !== undefined) return { ...NOTHING_NEW, state: 'waiting' };
  try {
    const outcome = await pollSource(watch, atMs, ports, settings);
    await noteAnswer(watch, ports.watches);
    return outcome;
  } catch (error) {
    if (error instanceof ConflictError) return { ...NOTHING_NEW, state: 'repeated' };
    if (!(error instanceof SourceError)) throw error;
    if (again) return NOTHING_NEW;
    await noteFailure(watch, error, atMs, ports.watches);
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
  const counts = await countOrKeep(watch, stored, open, source, atMs, ports, settings.keep);
  const isQuiet = open === null && stored.suspected === undefined && stored.version > 0;
  if (isQuiet && mayWait(counts, source)) return { ...NOTHING_NEW, ...(await note(stored)) };

  const learned = learnCounts(watch, stored, open, counts, atMs, {
    burst: burstSettings,
    suspect: settings.keep,
  });
  const kept = await keepLearned(learned, watch, source, atMs, ports, settings.keep);
  await noteState(watch, kept.baseline, atMs, ports.watches, settings.keep);
  await ports.assess.send(
    kept.bursts
      .filter((burst) => isUnjudged(burst, atMs))
      .map(({ burstId }) => ({ kind: 'burst', burstId, atMs }) as const),
  );
  const moment =
    kept.bursts.length > 0
      ? 'burst'
      : momentOf(kept.baseline, learned, watch.intervalMinutes, settings);
  const authorsUntilMs = await pollAuthors(
    watch,
    kept.baseline,
    moment,
    source,
    atMs,
    ports,
    settings.keep,
  );
  const baseline = { ...kept.baseline, authorsUntilMs };
  if (counts.buckets.length > 0 || hasMoved(baseline, stored)) {
    await ports.baselines.save(baseline, learned.full);
  }
  return { ...(await note(baseline)), ...told(kept, stored, atMs) };
}

/** Without a new bucket: a burst was judged to its end, or posts were kept of one that is suspected. */
function hasMoved(now: Baseline, stored: Baseline): boolean {
  return now.openBurstMs !== stored.openBurstMs || now.suspected !== stored.suspected;
}

function told({ bursts, baseline }: KeptBursts, stored: Baseline, atMs: number): PollOutcome {
  const isSuspected = baseline.suspected !== undefined && stored.suspected === undefined;
  return {
    state: 'learned',
    opened: bursts
      .filter(({ startMs }) => startMs !== stored.openBurstMs)
      .map(({ burstId }) => burstId),
    closed: bursts
      .filter(({ endMs, changedMs }) => endMs !== null && changedMs === atMs)
      .map(({ burstId }) => burstId),
    ...(isSuspected && { suspected: true as const }),
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
  // A question that grows with each poll costs more there than the write that it saves.
  if (source.capability.priceUsd.countRequest > 0) return false;
  const isEmpty = counts.late === 0 && counts.buckets.every(({ posts }) => posts === 0);
  return isEmpty && last.startMs - first.startMs < source.capability.historyMs / 2;
}

/** A young baseline would not have told a burst from the usual. What is suspected teaches nothing yet. */
function momentOf(
  { detector, suspected }: Baseline,
  { full }: Learned,
  intervalMinutes: number,
  { burst }: PollSettings,
): PollMoment {
  if (detector.polls < burst(intervalMinutes).youngPolls) return 'burst';
  return full.length > 0 || suspected ? 'chunk' : 'quiet';
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
