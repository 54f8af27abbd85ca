import type { DetectorState, KeyState, SeverityState } from '../model/baseline.ts';

/** Hours of a day. */
export const SEASON_HOURS = 24;

const FRESH_KEY: KeyState = {
  posts: 0,
  polls: 0,
  tail: { limit: 0.5, excessSum: 2.5, excessCount: 5 },
};

const IDLE: SeverityState = { inBurst: false, peak: 0, quiet: 0 };

/** A detector that has seen nothing. */
export const FRESH_DETECTOR: DetectorState = {
  polls: 0,
  posts: 0,
  exposure: 0,
  levelPolls: 0,
  recentPosts: 0,
  recentExpected: 0,
  excessVariance: 0,
  squaredMean: 0,
  evidence: 0,
  short: FRESH_KEY,
  middle: FRESH_KEY,
  long: FRESH_KEY,
  notice: IDLE,
  alert: IDLE,
  season: new Array<number>(2 * SEASON_HOURS).fill(0),
  room: -1,
};

type Writable<T> = T extends readonly (infer Item)[]
  ? Item[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

/** A private copy on which one call works, so that a run of many polls copies the season once. */
export type Draft = Writable<DetectorState>;
export type KeyDraft = Draft['short'];

export function draftOf(state: DetectorState): Draft {
  return {
    ...state,
    short: { ...state.short, tail: { ...state.short.tail } },
    middle: { ...state.middle, tail: { ...state.middle.tail } },
    long: { ...state.long, tail: { ...state.long.tail } },
    notice: { ...state.notice },
    alert: { ...state.alert },
    season: state.season.slice(),
  };
}
