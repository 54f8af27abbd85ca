import type { Post } from '../../functions/model/post.ts';
import { severityOf, type Verdict } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { type Judgement, judge } from '../../functions/steps/judge.ts';
import { pollView } from './blocks/poll-view.ts';

export type Watching = {
  readonly pollMs: number;
  /** Bursts of other hashtags that were judged before; null when none are known. */
  readonly earlier: readonly EarlierBurst[] | null;
};

export type Watched = {
  /** The gravest verdict that was reached while the burst grew: an alert cannot be taken back. */
  readonly gravest: Verdict;
  /** Judged once more on everything that was seen. */
  readonly last: Judgement;
  /** From the first post to the poll that first said coordinated; null if none did. */
  readonly minutesToCoordinated: number | null;
};

/** A burst is judged at each of its first polls, */
const FIRST_POLLS = 6;
/** and again when it has grown to this many posts. */
const SIZES = [50, 75, 100, 150, 200, 300, 500, 750, 1000, 2000, 5000, 10_000, 20_000];

/** Judges an event as a monitor would: what polls see of it, again and again as it grows. */
export function watched(posts: readonly Post[], watching: Watching): Watched {
  const times = posts.map(({ createdMs }) => createdMs);
  const firstMs = times.reduce((first, time) => Math.min(first, time), Number.POSITIVE_INFINITY);
  const polls = pollsToJudge(posts, watching.pollMs);
  let gravest: Verdict | undefined;
  let coordinatedMs: number | null = null;
  let last: Judgement | undefined;
  for (const nowMs of polls) {
    last = judgedAt(posts, nowMs, watching);
    if (!gravest || severityOf(last.verdict.level) > severityOf(gravest.level))
      gravest = last.verdict;
    if (last.verdict.level === 'coordinated') coordinatedMs ??= nowMs;
  }
  if (!gravest || !last) throw new Error('an event must have posts');
  return {
    gravest,
    last,
    minutesToCoordinated: coordinatedMs === null ? null : (coordinatedMs - firstMs) / 60_000,
  };
}

function judgedAt(posts: readonly Post[], nowMs: number, { pollMs, earlier }: Watching): Judgement {
  const seen = pollView(
    posts.filter(({ createdMs }) => createdMs < nowMs),
    pollMs,
    nowMs,
  );
  const context = { nowMs, deletionWatched: true, deletionTimesKnown: true, earlier };
  return judge(seen, context, DETECTION);
}

/** The first polls, those at which the burst has passed another size with the one after, and the last. */
function pollsToJudge(posts: readonly Post[], pollMs: number): readonly number[] {
  const times = posts.map(({ createdMs }) => createdMs).toSorted((one, other) => one - other);
  const after = (atMs: number) => (Math.floor(atMs / pollMs) + 1) * pollMs;
  const passed = SIZES.flatMap((size) => times[size - 1] ?? []).map(after);
  const lastMs = after((times.at(-1) ?? 0) + 300_000);
  const first = Array.from({ length: FIRST_POLLS }, (_, at) => after(times[0] ?? 0) + at * pollMs);
  const polls = new Set([...first, ...passed.flatMap((poll) => [poll, poll + pollMs]), lastMs]);
  return [...polls].filter((poll) => poll <= lastMs).toSorted((one, other) => one - other);
}
