import { severityOf, type VerdictLevel } from '../model/verdict.ts';

export type AlertDecision = 'raise' | 'not-worse' | 'waits' | 'in-surge' | 'quota-spent';

export type AlertHistory = {
  /** The gravest level of this burst so far. */
  readonly previousLevel: VerdictLevel;
  /** Alerts raised in the last 24 hours, by all watches. */
  readonly raisedToday: number;
  /** Whether the burst rose with most hashtags of its source; `unsettled` while that may still come. */
  readonly tide: 'alone' | 'unsettled' | 'surge';
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
  { previousLevel, raisedToday, tide }: AlertHistory,
  settings: AlertSettings,
): AlertDecision {
  if (level !== 'suspicious' && level !== 'coordinated') return 'not-worse';
  if (severityOf(level) <= severityOf(previousLevel)) return 'not-worse';
  // One family may stand by what the source did to all its hashtags; a push may hide in a surge.
  if (level === 'suspicious' && tide !== 'alone') return tide === 'surge' ? 'in-surge' : 'waits';
  return raisedToday >= settings.dailyQuota ? 'quota-spent' : 'raise';
}
