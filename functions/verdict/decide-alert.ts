import { severityOf, type VerdictLevel } from '../model/verdict.ts';

export type AlertDecision = 'raise' | 'not-worse' | 'quota-spent';

export type AlertHistory = {
  /** The gravest level of this burst so far. */
  readonly previousLevel: VerdictLevel;
  /** Alerts raised in the last 24 hours, by all watches. */
  readonly raisedToday: number;
};

export type AlertSettings = {
  /** Alerts a day; a circuit breaker, not a target. */
  readonly dailyQuota: number;
  /** A watch that was told of is told of again only for something graver, for this long, milliseconds. */
  readonly quietMs: number;
  /** Bursts of a watch that are looked through for what was told. */
  readonly lookBackBursts: number;
};

/** An alert tells of a change for the worse, once. Every silence has a name that can be logged. */
export function decideAlert(
  level: VerdictLevel,
  history: AlertHistory,
  settings: AlertSettings,
): AlertDecision {
  if (level !== 'suspicious' && level !== 'coordinated') return 'not-worse';
  if (severityOf(level) <= severityOf(history.previousLevel)) return 'not-worse';
  return history.raisedToday >= settings.dailyQuota ? 'quota-spent' : 'raise';
}
