import type { Detector, Poll, Running } from '../detector.ts';

/** A method that gives each poll a score; an alarm is made of it by a threshold. */
export type Scorer<State> = {
  readonly name: string;
  /** Thresholds to try, ascending: whoever compares picks the one that serves this rival best. */
  readonly thresholds: readonly number[];
  readonly stateBytes: number;
  /** A value that `structuredClone` can copy. */
  fresh(): State;
  /** Scores a count against the past, then learns it. */
  score(state: State, posts: number, startMs: number): number;
};

/** Six hours, as with ours. */
const QUIET_POLLS = 72;

/**
 * A detector with a level for each threshold. An alarm is a score at the threshold after six hours below it,
 * so that a rival does not pay for saying the same thing at every poll. Of a merged poll it sees the mean;
 * missed polls it does not see.
 */
export function detectorOf<State>(scorer: Scorer<State>): Detector {
  const { name, thresholds, stateBytes } = scorer;
  return {
    name,
    levels: thresholds.map(String),
    stateBytes,
    fresh: () =>
      running(scorer, {
        poll: 0,
        above: thresholds.map(() => Number.NEGATIVE_INFINITY),
        own: scorer.fresh(),
      }),
  };
}

type Watched<State> = {
  poll: number;
  /** By threshold the poll that last reached it. */
  readonly above: number[];
  readonly own: State;
};

function running<State>(scorer: Scorer<State>, state: Watched<State>): Running {
  return {
    run(polls: readonly Poll[]) {
      const rows: number[][] = scorer.thresholds.map(() => []);
      for (const [row, poll] of polls.entries()) {
        state.poll += poll?.intervals ?? 1;
        if (poll === null) continue;
        const score = scorer.score(state.own, poll.posts / (poll.intervals ?? 1), poll.startMs);
        for (const level of reached(scorer.thresholds, score)) {
          if (state.poll - (state.above[level] ?? 0) > QUIET_POLLS) rows[level]?.push(row);
          state.above[level] = state.poll;
        }
      }
      return rows;
    },
    fork: () => running(scorer, structuredClone(state)),
  };
}

function reached(thresholds: readonly number[], score: number): readonly number[] {
  const [least = Infinity] = thresholds;
  if (!(score >= least)) return [];
  return [...thresholds.keys()].filter((level) => score >= (thresholds[level] ?? Infinity));
}
