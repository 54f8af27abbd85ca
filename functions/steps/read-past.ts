import { askedHashtag } from '../model/asked-hashtag.ts';
import type { Baseline } from '../model/baseline.ts';
import { SourceError } from '../model/errors.ts';
import { lastBucketEndMs, type Watch } from '../model/watch.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { Source } from '../ports/source.ts';
import { type BurstSettings, skipMissed } from '../signals/burst.ts';
import { closePast } from '../signals/burst-past.ts';
import { endPast, withoutBurst } from './end-past.ts';
import { learnPast } from './learn-past.ts';

export type ReadPastPorts = {
  readonly baselines: Pick<BaselineStore, 'save'>;
  readonly bursts: Pick<BurstStore, 'save'>;
};

export type ReadPastSettings = {
  /** Questions of a source's past in one poll, each as large as the source allows. */
  readonly pastQuestions: number;
  /** A past that cannot be read for so long keeps a watch from its present no more, milliseconds. */
  readonly pastPatienceMs: number;
};

const MINUTE_MS = 60_000;

/**
 * Teaches the baseline of a new watch what its source knows from before, a portion at a time, each
 * saved before the next is asked for. A poll that dies goes on with the next portion; one that is
 * delivered twice finds it learned.
 *
 * @returns the baseline as it stands; `isReadingPast` says whether there is more to read first
 * @throws {SourceError} if the source cannot answer, and has been asked for less than the patience
 * @throws {ConflictError} if another poll was faster
 */
export async function readPast(
  watch: Watch,
  stored: Baseline,
  source: Source,
  atMs: number,
  ports: ReadPastPorts,
  burst: BurstSettings,
  { pastQuestions, pastPatienceMs }: ReadPastSettings,
): Promise<Baseline> {
  const begun = stored.version === 0 ? withPast(stored, watch, source, atMs) : stored;
  if (!isReadingPast(begun)) return begun;
  const read = (baseline: Baseline) => readPortion(watch, baseline, source, atMs, ports, burst);

  let baseline = await orElse(read(begun), (error) => {
    if (atMs - pastEndMs(begun) < pastPatienceMs) throw error;
    return giveUpPast(watch, begun, burst);
  });
  for (let asked = 1; asked < pastQuestions && isReadingPast(baseline); asked += 1) {
    const further = await orElse(read(baseline), () => undefined);
    if (further === undefined) break;
    baseline = further;
  }
  return baseline;
}

async function orElse<T, U>(answer: Promise<T>, failed: (error: SourceError) => U): Promise<T | U> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SourceError) return failed(error);
    throw error;
  }
}

/** Whether the present has to wait for more of the past. */
export function isReadingPast({ past, learnedUntilMs }: Baseline): boolean {
  return past !== undefined && learnedUntilMs < past.untilMs;
}

/** The past reaches as far back as the source counts, and ends where a watch without one begins. */
function withPast(baseline: Baseline, watch: Watch, source: Source, atMs: number): Baseline {
  if (source.past === undefined) return baseline;
  const bucketMs = watch.intervalMinutes * MINUTE_MS;
  const endMs = lastBucketEndMs(watch, atMs);
  const buckets = Math.floor(source.capability.historyMs / bucketMs);
  if (buckets < 2) return baseline;
  const judged = watch.origin && { judgedFromMs: watch.origin.judgeFromMs };
  const fromMs = endMs - buckets * bucketMs;
  return { ...baseline, past: { fromMs, untilMs: endMs - bucketMs, counted: 0, ...judged } };
}

async function readPortion(
  watch: Watch,
  baseline: Baseline,
  source: Source,
  atMs: number,
  ports: ReadPastPorts,
  burst: BurstSettings,
): Promise<Baseline> {
  const { past } = baseline;
  if (past === undefined || source.past === undefined) return baseline;
  const bucketMs = watch.intervalMinutes * MINUTE_MS;
  const fromMs = Math.max(past.fromMs, baseline.learnedUntilMs);
  const asked = { hashtag: watch.hashtag, display: askedHashtag(watch) };
  const span = { ...asked, fromMs, toMs: past.untilMs, nowMs: atMs };
  const portion = await source.past(span, bucketMs);
  // A source that stands still must not keep us here for ever.
  const untilMs = Math.min(past.untilMs, Math.max(portion.untilMs, fromMs + bucketMs));
  const { baseline: learned, full } = learnPast(
    watch,
    baseline,
    { ...portion, untilMs },
    fromMs,
    burst,
  );
  const isLast = untilMs === past.untilMs;
  const ended = isLast ? await endPast(watch, learned, atMs, ports.bursts) : learned;
  return ports.baselines.save(ended, full);
}

/** What is left becomes a gap. Saved by the poll, if the source can tell of the present. */
function giveUpPast(watch: Watch, baseline: Baseline, burst: BurstSettings): Baseline {
  const untilMs = pastEndMs(baseline);
  const left = (untilMs - baseline.learnedUntilMs) / (watch.intervalMinutes * MINUTE_MS);
  const gap = baseline.volume === null ? 0 : left;
  const detector = closePast(skipMissed(baseline.detector, gap, burst));
  return { ...withoutBurst(baseline), detector, learnedUntilMs: untilMs };
}

function pastEndMs({ past, learnedUntilMs }: Baseline): number {
  return past?.untilMs ?? learnedUntilMs;
}
