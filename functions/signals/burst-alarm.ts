import type { Score } from './burst-score.ts';
import type { BurstSettings, Severity } from './burst-settings.ts';
import type { Draft } from './burst-state.ts';

export type Alarm = {
  /** This poll raises the severity, or raises it again. */
  readonly raised: boolean;
  /** A burst of this severity ended with this poll. */
  readonly ended: boolean;
};

/** The score as one severity sees it: unproven, it stays well below half the threshold. */
export function scoreFor(severity: Severity, score: Score, settings: BurstSettings): number {
  if (score.proven) return score.surprise;
  return Math.min(score.surprise, settings.unprovenShare * settings.thresholds[severity]);
}

/** Moves one severity on by one poll of `intervals` intervals. */
export function advance(
  draft: Draft,
  severity: Severity,
  score: Score,
  intervals: number,
  settings: BurstSettings,
): Alarm {
  const machine = draft[severity];
  const threshold = settings.thresholds[severity];
  const value = scoreFor(severity, score, settings);
  if (!machine.inBurst) {
    const raised = value >= threshold;
    if (raised) draft[severity] = { inBurst: true, peak: value, quiet: 0 };
    return { raised, ended: false };
  }

  const raised = value >= threshold && value >= settings.raiseAgain * machine.peak;
  machine.peak = Math.max(machine.peak, value);
  machine.quiet = value < threshold / 2 ? machine.quiet + intervals : 0;
  const ended = machine.quiet >= settings.quietPolls;
  if (ended) draft[severity] = { inBurst: false, peak: 0, quiet: 0 };
  return { raised, ended };
}
