import type { Post } from '../model/post.ts';
import type { Verdict } from '../model/verdict.ts';
import { type CoordinatedShareSettings, coordinatedShare } from '../signals/coordinated-share.ts';
import {
  type CoordinatedGroup,
  type MeasureContext,
  type Measured,
  measurePosts,
  type SignalSettings,
} from '../signals/measure-posts.ts';
import type { NameLists } from '../signals/name-class.ts';
import { type PostTable, tabulate } from '../signals/post-table.ts';
import type { Thresholds } from '../verdict/thresholds.ts';
import { weigh } from '../verdict/weigh.ts';

export type Detection = {
  readonly signals: SignalSettings;
  readonly thresholds: Thresholds;
  /** How the share of the coordinated part is estimated. */
  readonly share: CoordinatedShareSettings;
  /** What names are compared with at the door; without them they are not measured. */
  readonly names?: NameLists;
};

/** What is known beside the posts. */
export type JudgeContext = MeasureContext & {
  /** When the burst could first be seen, epoch milliseconds; absent where it is over, as in files. */
  readonly seenSinceMs?: number;
};

export type Judgement = {
  readonly verdict: Verdict;
  /** Accounts that acted together, largest group first. */
  readonly groups: readonly CoordinatedGroup[];
};

/**
 * Judges posts as one burst: measures every signal and weighs what they found.
 *
 * @param posts in any order, each counted once; without any the verdict is undecided, at `context.nowMs`
 */
export function judge(
  posts: readonly Post[],
  context: JudgeContext,
  detection: Detection,
): Judgement {
  return judgeTable(tabulate(posts), context, detection);
}

/** Judges a table as one burst, as `judge` does posts. */
export function judgeTable(
  table: PostTable,
  context: JudgeContext,
  detection: Detection,
): Judgement {
  return weighMeasured(table, context, measurePosts(table, context, detection.signals), detection);
}

export type JudgedBeside = Judgement & {
  /** The candidate's; null where there is none. */
  readonly shadow: Verdict | null;
};

/**
 * Judges posts by the version in force and by a candidate beside it. They are read once, and
 * measured once where both versions measure alike.
 */
export function judgeBeside(
  posts: readonly Post[],
  context: JudgeContext,
  detection: Detection,
  candidate: Detection | null,
): JudgedBeside {
  return judgeTableBeside(tabulate(posts), context, detection, candidate);
}

/** Judges a table as one burst, as `judgeBeside` does posts. */
export function judgeTableBeside(
  table: PostTable,
  context: JudgeContext,
  detection: Detection,
  candidate: Detection | null,
): JudgedBeside {
  const measured = measurePosts(table, context, detection.signals);
  const live = weighMeasured(table, context, measured, detection);
  if (candidate === null) return { ...live, shadow: null };
  const again =
    candidate.signals === detection.signals
      ? measured
      : measurePosts(table, context, candidate.signals);
  const shadow = weighMeasured(table, context, again, candidate).verdict;
  return { ...live, shadow };
}

function weighMeasured(
  table: PostTable,
  context: JudgeContext,
  { evidence, groups }: Measured,
  { thresholds, share }: Detection,
): Judgement {
  const facts = {
    posts: table.size,
    accounts: table.accounts.length,
    startMs: table.createdMs[0] ?? context.nowMs,
    endMs: table.createdMs.at(-1) ?? context.nowMs,
    deletionTimesKnown: context.deletionTimesKnown,
    ...(context.seenSinceMs !== undefined && { ageMs: context.nowMs - context.seenSinceMs }),
  };
  const verdict = weigh(evidence, facts, thresholds);
  const standing = evidence.filter(
    ({ signal }) => verdict.standing.length > 0 && verdict.citing.includes(signal),
  );
  return { verdict: { ...verdict, share: coordinatedShare(standing, share) }, groups };
}
