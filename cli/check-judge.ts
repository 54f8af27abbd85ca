import { accountDatesOf } from '../functions/model/account-dates.ts';
import type { SignalName } from '../functions/model/evidence.ts';
import { grewInWaves } from '../functions/model/grew-in-waves.ts';
import type { Verdict } from '../functions/model/verdict.ts';
import { type Detection, type Judgement, judgeTableBeside } from '../functions/steps/judge.ts';
import { type CheckBurst, cutBursts } from './check-bursts.ts';
import type { CheckGroup } from './check-groups.ts';
import { checkHistory } from './check-history.ts';
import { checkUsual } from './check-usual.ts';
import type { Window } from './check-window.ts';

export type JudgedBurst = CheckBurst &
  Judgement & {
    /** What a candidate version says; null where none was asked for. */
    readonly shadow?: Verdict | null;
  };

export type JudgeOptions = {
  readonly window?: Window | undefined;
  readonly first?: number | undefined;
  readonly without?: readonly SignalName[] | undefined;
};

/** Judges every burst of every group, in order of time. */
export function* judgeGroups(
  groups: readonly CheckGroup[],
  { window, first, without = [] }: JudgeOptions,
  detection: Detection,
  candidate: Detection | null = null,
): Generator<JudgedBurst> {
  const bursts = groups.flatMap((group) => cutBursts(group, window, first)).sort(inOrder);
  const earlierThan = checkHistory(bursts, detection.thresholds);
  const usualOf = checkUsual(groups);
  for (const burst of bursts) {
    const table = burst.table();
    const context = {
      nowMs: burst.knownUntilMs,
      deletionWatched: burst.deletionsKnown,
      deletionTimesKnown: burst.deletionsKnown,
      about: burst,
      earlier: earlierThan(burst, table),
      grewInWaves: grewInWaves(burst.source),
      accountDates: accountDatesOf(burst.source),
      usual: usualOf(burst),
      without,
    };
    yield { ...burst, ...judgeTableBeside(table, context, detection, candidate) };
  }
}

function inOrder(a: CheckBurst, b: CheckBurst): number {
  return a.startMs - b.startMs || compare(a.source, b.source) || compare(a.hashtag, b.hashtag);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
