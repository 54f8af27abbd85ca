import type { SignalName } from '../../functions/model/evidence.ts';
import type { Post } from '../../functions/model/post.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import type { Tagged } from '../../functions/signals/subjects.ts';
import { type Detection, type Judgement, judge } from '../../functions/steps/judge.ts';

/** Judges posts in order of time by what came until the last of them, and every deletion that is told. */
export function judgeBurst(
  posts: readonly Post[],
  earlier: readonly EarlierBurst[] | null,
  without: readonly SignalName[] = [],
  detection: Detection = DETECTION,
  about?: Tagged,
  nowMs?: number,
): Verdict {
  return judgeWithGroups(posts, earlier, without, detection, about, nowMs).verdict;
}

/** As `judgeBurst`, and the accounts that it names. */
export function judgeWithGroups(
  posts: readonly Post[],
  earlier: readonly EarlierBurst[] | null,
  without: readonly SignalName[],
  detection: Detection,
  about?: Tagged,
  nowMs: number = posts.at(-1)?.createdMs ?? 0,
): Judgement {
  const context = {
    nowMs,
    deletionWatched: posts.some((post) => post.deletedMs !== null),
    deletionTimesKnown: true,
    earlier,
    without,
    ...(about === undefined ? {} : { about }),
  };
  return judge(posts, context, detection);
}

/** How many of its posts a growing burst is judged on: every minute in life, at these sizes here. */
export function prefixSizes(posts: number): readonly number[] {
  const steps = [
    50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 10_000, 20_000,
  ];
  return [...steps.filter((size) => size < posts), posts];
}
