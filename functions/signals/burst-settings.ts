/** A severity of burst, and the score that raises it. */
export type Severity = 'notice' | 'alert';

/** What the volume detector goes by. Durations in polls count intervals of the watch's own polling. */
export type BurstSettings = {
  /** Whether each hour of the day has its own expectation. */
  readonly season: 'hour' | 'flat';
  /** Scores that raise each severity, in nats: surprise s comes about once in e^s polls. */
  readonly thresholds: Readonly<Record<Severity, number>>;
  /** Consecutive polls below half the threshold that end a burst. */
  readonly quietPolls: number;
  /** Within a burst it is raised again at this multiple of its peak score. */
  readonly raiseAgain: number;
  /** Log-likelihood ratio required before any alarm, and before one while the baseline is young. */
  readonly evidence: number;
  readonly youngEvidence: number;
  /** Polls for which a baseline is young; 0 switches the rule off. */
  readonly youngPolls: number;
  /** The multiple of the expectation that the likelihood ratio tests for. */
  readonly multiple: number;
  /** Ceiling of the accumulated log-likelihood ratio. */
  readonly evidenceCap: number;
  /** Posts above expectation, on the short timescale, below which nothing is an alarm. */
  readonly minExcess: number;
  /** Share of the threshold that a score reaches at most while evidence is lacking. */
  readonly unprovenShare: number;
  /** Half-lives of the two timescales on which posts are summed, in polls. */
  readonly shortPolls: number;
  readonly longPolls: number;
  /** Half-life of the baseline, in polls. */
  readonly baselinePolls: number;
  /** Half-life of the tails' calibration, in polls. */
  readonly tailPolls: number;
  /** Half-life of an hour's season factor, in polls that fall into that hour. */
  readonly seasonPolls: number;
  /** Polls at the usual level that an hour's season factor starts with. */
  readonly seasonPrior: number;
  /** Smallest expectation, in posts a poll. */
  readonly minExpected: number;
  /** Deviations above expectation that are still learned, and polls before which all is. */
  readonly clipDeviations: number;
  readonly unclippedPolls: number;
};
