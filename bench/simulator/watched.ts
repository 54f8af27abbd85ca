import type { Evidence, SignalName } from '../../functions/model/evidence.ts';
import type { Post } from '../../functions/model/post.ts';
import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import { severityOf, type Verdict, type VerdictLevel } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { type Detection, type Judgement, judge } from '../../functions/steps/judge.ts';
import { standingSignals } from './bench-standing.ts';
import { pollView } from './blocks/poll-view.ts';

export type Watching = {
  readonly pollMs: number;
  /** Bursts of other hashtags that were judged before; null when none are known. */
  readonly earlier: readonly EarlierBurst[] | null;
  /** What is watched. */
  readonly hashtag: string;
  /** Ordinary authors of the hashtag; undefined while none are known. */
  readonly usual?: UsualAuthors;
  /** What the volume detector has found by then; nobody looks if left out. */
  readonly burstAt?: (nowMs: number) => Evidence;
  /** The deployed one if left out. */
  readonly detection?: Detection;
};

export type Watched = {
  /** The gravest verdict that was reached while the burst grew: an alert cannot be taken back. */
  readonly gravest: Verdict;
  /** Judged once more on everything that was seen. */
  readonly last: Judgement;
  /** Signals that stood at some poll. */
  readonly stood: readonly SignalName[];
  /** From the first post to the first poll that said so or worse; null if none did. */
  readonly minutesTo: Readonly<Record<Exclude<VerdictLevel, 'undecided'>, number | null>>;
};

/** A burst is judged at each of its first polls, */
const FIRST_POLLS = 10;
/** and again when it has grown to this many posts. */
const SIZES = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** Judges an event as a monitor would: what polls see of it, again and again as it grows. */
export function watched(posts: readonly Post[], watching: Watching): Watched {
  const detection = watching.detection ?? DETECTION;
  const grown = posts.toSorted((one, other) => one.createdMs - other.createdMs);
  const judgements = pollsToJudge(grown, watching.pollMs).flatMap((nowMs, at, { length }) => {
    const seen = pollView(grown.slice(0, writtenBefore(grown, nowMs)), watching.pollMs, nowMs);
    // Fewer are undecided by rule, whatever the signals say.
    if (seen.length < detection.thresholds.minPosts && at < length - 1) return [];
    return [{ nowMs, judgement: judgedAt(seen, nowMs, watching, detection) }];
  });
  const gravest = judgements
    .map(({ judgement }) => judgement.verdict)
    .reduce((worst, one) => (severityOf(one.level) > severityOf(worst.level) ? one : worst));
  const minutesTo = (level: VerdictLevel) => {
    const first = judgements.find(
      ({ judgement }) => severityOf(judgement.verdict.level) >= severityOf(level),
    );
    return first === undefined ? null : (first.nowMs - (grown[0]?.createdMs ?? 0)) / 60_000;
  };
  return {
    gravest,
    last: (judgements.at(-1) as (typeof judgements)[number]).judgement,
    stood: [
      ...new Set(
        judgements.flatMap(({ judgement }) =>
          standingSignals(judgement.verdict, detection.thresholds),
        ),
      ),
    ],
    minutesTo: {
      organic: minutesTo('organic'),
      suspicious: minutesTo('suspicious'),
      coordinated: minutesTo('coordinated'),
    },
  };
}

function judgedAt(
  seen: readonly Post[],
  nowMs: number,
  { hashtag, earlier, usual, burstAt }: Watching,
  detection: Detection,
): Judgement {
  const context = {
    nowMs,
    deletionWatched: true,
    deletionTimesKnown: true,
    earlier,
    usual,
    about: { hashtag },
    ...(burstAt === undefined ? {} : { burst: burstAt(nowMs) }),
  };
  return judge(seen, context, detection);
}

/** How many of the posts, in order of time, were written before a moment. */
function writtenBefore(posts: readonly Post[], atMs: number): number {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle] as Post).createdMs < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first polls, those at which the burst has passed another size with the one after, and the last. */
function pollsToJudge(posts: readonly Post[], pollMs: number): readonly number[] {
  const firstMs = posts[0]?.createdMs;
  const endMs = posts.at(-1)?.createdMs;
  if (firstMs === undefined || endMs === undefined) throw new Error('an event must have posts');
  const after = (atMs: number) => (Math.floor(atMs / pollMs) + 1) * pollMs;
  const passed = SIZES.flatMap((size) => posts[size - 1]?.createdMs ?? []).map(after);
  const lastMs = after(endMs + 300_000);
  const first = Array.from({ length: FIRST_POLLS }, (_, at) => after(firstMs) + at * pollMs);
  const polls = new Set([...first, ...passed.flatMap((poll) => [poll, poll + pollMs]), lastMs]);
  return [...polls].filter((poll) => poll <= lastMs).toSorted((one, other) => one - other);
}
