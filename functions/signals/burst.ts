import type { DetectorState } from '../model/baseline.ts';
import { InputError } from '../model/errors.ts';
import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { advance, scoreFor } from './burst-alarm.ts';
import { type Expectation, expectationAt } from './burst-expectation.ts';
import { correct, fade, learn } from './burst-learning.ts';
import { type Rates, ratesOf } from './burst-rates.ts';
import { scoreAndCalibrate, takeIn } from './burst-score.ts';
import type { BurstSettings } from './burst-settings.ts';
import { type Draft, draftOf } from './burst-state.ts';

export type { BurstSettings } from './burst-settings.ts';
export { FRESH_DETECTOR } from './burst-state.ts';

export type CountedBucket = {
  /** Start of the newest interval, epoch milliseconds. */
  readonly startMs: number;
  /** Posts in all its intervals, >= 0. */
  readonly posts: number;
  /** Intervals merged into this count, 1 by default. */
  readonly intervals?: number;
};

/** What the detector says of one bucket. */
export type Observation = {
  /** Posts an interval. */
  readonly posts: number;
  /** Posts an interval that the past led one to expect. */
  readonly expected: number;
  /** Surprise in nats, held down while evidence is lacking. */
  readonly score: number;
  /** This bucket raises an alarm of that severity: a burst begins, or grows by half. */
  readonly notice: boolean;
  readonly alert: boolean;
  /** A burst (of severity notice) is on after this bucket. */
  readonly inBurst: boolean;
  /** It ended with this bucket. */
  readonly ended: boolean;
  /** The baseline has learned less than a day, and only the strongest evidence raises an alarm. */
  readonly young: boolean;
  /** Polls learned before this bucket, and those after which a baseline is young no more. */
  readonly learned: number;
  readonly needed: number;
};

/** No network has seen as many posts in an hour; a count beyond is a fault, and must not overflow the sums. */
const MOST_POSTS = 1e9;

/** After so many half-lives of the baseline a longer merged bucket teaches nothing more. */
const LONGEST_MERGE_HALF_LIVES = 20;

/** Scores a bucket against the past, then learns it. @throws {InputError} for a count or time that is none */
export function observe(
  state: DetectorState,
  bucket: CountedBucket,
  settings: BurstSettings,
): { readonly state: DetectorState; readonly observation: Observation } {
  const draft = draftOf(state);
  const observation = step(draft, bucket, ratesOf(settings), settings);
  return { state: draft, observation };
}

/** `observe` for one bucket after another, oldest first; null stands for a missed interval. */
export function observeAll(
  state: DetectorState,
  buckets: Iterable<CountedBucket | null>,
  settings: BurstSettings,
): { readonly state: DetectorState; readonly observations: readonly (Observation | null)[] } {
  const draft = draftOf(state);
  const rates = ratesOf(settings);
  const observations: (Observation | null)[] = [];
  for (const bucket of buckets) {
    if (bucket === null) fade(draft, 1, rates);
    observations.push(bucket === null ? null : step(draft, bucket, rates, settings));
  }
  return { state: draft, observations };
}

/**
 * A gap: the past fades, nothing is tested or learned. A missed poll is not a zero.
 *
 * @param intervals missed, >= 0; need not be whole, since a watch may change its interval
 */
export function skipMissed(
  state: DetectorState,
  intervals: number,
  settings: BurstSettings,
): DetectorState {
  if (!(Number.isFinite(intervals) && intervals >= 0))
    throw new InputError(`missed intervals must be 0 or more, got ${intervals}`);
  if (intervals === 0) return state;
  const draft = draftOf(state);
  fade(draft, intervals, ratesOf(settings));
  return draft;
}

/**
 * Posts of the newest learned interval that were seen late: they correct the sums, and raise no alarm
 * after the fact. After a gap there is nothing to correct, and the state stays.
 */
export function correctLast(state: DetectorState, extraPosts: number): DetectorState {
  requireCount(extraPosts);
  if (extraPosts === 0 || state.room < 0) return state;
  const draft = draftOf(state);
  correct(draft, Math.min(extraPosts, MOST_POSTS));
  return draft;
}

/** Far more than this hashtag's own past? `effect` is the ratio to expectation. Counts posts, so it names no accounts. */
export function measureBurst(observation: Observation): Evidence {
  const { posts, expected, score, young, learned, needed } = observation;
  if (young)
    return unmeasured('burst', `baseline is young: ${learned} of ${needed} counts learned`);
  return measured('burst', score / Math.LN10, posts / expected, 0, { posts, expected });
}

function step(
  draft: Draft,
  { startMs, posts, intervals = 1 }: CountedBucket,
  rates: Rates,
  settings: BurstSettings,
): Observation {
  if (!Number.isFinite(startMs))
    throw new InputError(`bucket start must be a time, got ${startMs}`);
  requireCount(posts);
  requireIntervals(intervals);
  const each = Math.min(posts, MOST_POSTS) / intervals;
  const expectation = expectationOf(draft, startMs, each, settings);
  const learned = draft.polls;
  const needed = settings.youngPolls;
  const repeats = Math.min(intervals, LONGEST_MERGE_HALF_LIVES * settings.baselinePolls);

  for (let i = 0; i < repeats; i++) takeIn(draft, each, expectation, rates, settings);
  const score = scoreAndCalibrate(draft, expectation, rates, settings);
  const notice = advance(draft, 'notice', score, intervals, settings);
  const alert = advance(draft, 'alert', score, intervals, settings);
  for (let i = 0; i < repeats; i++) learn(draft, startMs, each, expectation, rates, settings);

  return {
    posts: each,
    expected: expectation.mean,
    score: scoreFor('notice', score, settings),
    notice: notice.raised,
    alert: alert.raised,
    inBurst: draft.notice.inBurst,
    ended: notice.ended,
    young: learned < needed,
    learned,
    needed,
  };
}

/** The first bucket has no past to stand out from: it is what was expected. */
function expectationOf(
  draft: Draft,
  startMs: number,
  posts: number,
  settings: BurstSettings,
): Expectation {
  const expectation = expectationAt(draft, startMs, settings);
  if (draft.polls > 0) return expectation;
  const mean = Math.max(posts, settings.minExpected);
  return { ...expectation, mean, recent: mean };
}

function requireCount(posts: number): void {
  if (!(Number.isFinite(posts) && posts >= 0))
    throw new InputError(`posts must be 0 or more, got ${posts}`);
}

function requireIntervals(intervals: number): void {
  if (!(Number.isSafeInteger(intervals) && intervals >= 1))
    throw new InputError(`intervals must be a whole number of 1 or more, got ${intervals}`);
}
