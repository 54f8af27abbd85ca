import type { Post } from '../model/post.ts';
import type { Verdict } from '../model/verdict.ts';
import {
  type CoordinatedGroup,
  type MeasureContext,
  measurePosts,
  type SignalSettings,
} from '../signals/measure-posts.ts';
import type { NameLists } from '../signals/name-class.ts';
import { type PostTable, tabulate } from '../signals/post-table.ts';
import { type Thresholds, weigh } from '../verdict/weigh.ts';

export type Detection = {
  readonly signals: SignalSettings;
  readonly thresholds: Thresholds;
  /** What names are compared with at the door; without them they are not measured. */
  readonly names?: NameLists;
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
  context: MeasureContext,
  detection: Detection,
): Judgement {
  return judgeTable(tabulate(posts), context, detection);
}

/** Judges a table as one burst, as `judge` does posts. */
export function judgeTable(
  table: PostTable,
  context: MeasureContext,
  detection: Detection,
): Judgement {
  const { evidence, groups } = measurePosts(table, context, detection.signals);
  const facts = {
    posts: table.size,
    accounts: table.accounts.length,
    startMs: table.createdMs[0] ?? context.nowMs,
    endMs: table.createdMs.at(-1) ?? context.nowMs,
    deletionTimesKnown: context.deletionTimesKnown,
  };
  return { verdict: weigh(evidence, facts, detection.thresholds), groups };
}
