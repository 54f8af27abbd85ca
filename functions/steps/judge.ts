import type { Post } from '../model/post.ts';
import type { Verdict } from '../model/verdict.ts';
import {
  type CoordinatedGroup,
  type MeasureContext,
  measurePosts,
  type SignalSettings,
} from '../signals/measure-posts.ts';
import { type Thresholds, weigh } from '../verdict/weigh.ts';

export type Detection = { readonly signals: SignalSettings; readonly thresholds: Thresholds };

export type Judgement = {
  readonly verdict: Verdict;
  /** Accounts that acted together, largest group first. */
  readonly groups: readonly CoordinatedGroup[];
};

/**
 * Judges posts as one burst: measures every signal and weighs what they found.
 *
 * @param posts each once, in any order; without any the verdict is undecided, at `context.nowMs`
 */
export function judge(
  posts: readonly Post[],
  context: MeasureContext,
  detection: Detection,
): Judgement {
  const { evidence, groups } = measurePosts(posts, context, detection.signals);
  const facts = {
    ...factsOf(posts, context.nowMs),
    deletionTimesKnown: context.deletionTimesKnown,
  };
  return { verdict: weigh(evidence, facts, detection.thresholds), groups };
}

function factsOf(posts: readonly Post[], nowMs: number) {
  const first = posts[0]?.createdMs ?? nowMs;
  let startMs = first;
  let endMs = first;
  for (const { createdMs } of posts) {
    startMs = Math.min(startMs, createdMs);
    endMs = Math.max(endMs, createdMs);
  }
  const accounts = new Set(posts.map(({ account }) => account)).size;
  return { posts: posts.length, accounts, startMs, endMs };
}
