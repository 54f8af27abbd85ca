import type { Detector, Poll, Running } from '../detector.ts';

/** A method that gives each poll a score; an alarm is made of it by a threshold. */
export type Scorer<State> = {
  readonly name: string;
  /** The least and the greatest threshold worth trying. */
  readonly range: readonly [number, number];
  readonly stateBytes: number;
  /** A value that `structuredClone` can copy. */
  fresh(): State;
  /** Scores a count against the past, then learns it. */
  score(state: State, posts: number, startMs: number): number;
};

/** A detector whose threshold is still to be chosen: whoever compares picks the one that serves it best. */
export type Rival = Detector & {
  /** The same at so many thresholds, each the same multiple of the one before. */
  at(many: number): Detector & { readonly thresholds: readonly number[] };
};

/** Thresholds that are tried where each costs time. */
const FEW = 24;

/** Six hours, as with ours. */
const QUIET_POLLS = 72;

/**
 * A detector with a level for each threshold. An alarm is a score at the threshold after six hours below it,
 * so that a rival does not pay for saying the same thing at every poll. Of a merged poll it sees the mean;
 * missed polls it does not see.
 */
export function rivalOf<State>(scorer: Scorer<State>): Rival {
  const at = (many: number) => {
    const thresholds = thresholdsBetween(scorer.range, many);
    return {
      name: scorer.name,
      thresholds,
      levels: thresholds.map((threshold) => threshold.toPrecision(3)),
      stateBytes: scorer.stateBytes,
      fresh: () =>
        running(scorer, thresholds, {
          poll: 0,
          above: thresholds.map(() => Number.NEGATIVE_INFINITY),
          own: scorer.fresh(),
        }),
    };
  };
  return { ...at(FEW), at };
}

function thresholdsBetween([least, greatest]: readonly [number, number], many: number) {
  const step = (greatest / least) ** (1 / (many - 1));
  return Array.from({ length: many }, (_, index) => least * step ** index);
}

type Watched<State> = {
  poll: number;
  /** By threshold the poll that last reached it. */
  readonly above: number[];
  readonly own: State;
};

function running<State>(
  scorer: Scorer<State>,
  thresholds: readonly number[],
  state: Watched<State>,
): Running {
  return {
    run(polls: readonly Poll[]) {
      const rows: number[][] = thresholds.map(() => []);
      for (const [row, poll] of polls.entries()) {
        state.poll += poll?.intervals ?? 1;
        if (poll === null) continue;
        const score = scorer.score(state.own, poll.posts / (poll.intervals ?? 1), poll.startMs);
        for (const level of reached(thresholds, score)) {
          if (state.poll - (state.above[level] ?? 0) > QUIET_POLLS) rows[level]?.push(row);
          state.above[level] = state.poll;
        }
      }
      return rows;
    },
    fork: () => running(scorer, thresholds, structuredClone(state)),
  };
}

function reached(thresholds: readonly number[], score: number): readonly number[] {
  const [least = Infinity] = thresholds;
  if (!(score >= least)) return [];
  return [...thresholds.keys()].filter((level) => score >= (thresholds[level] ?? Infinity));
}
