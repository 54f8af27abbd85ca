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
  /** Log-likelihood ratio below which nothing is an alarm, and the same while the baseline is young. */
  readonly leastEvidence: number;
  readonly youngEvidence: number;
  /** Log-likelihood ratio that suffices; each nat short of it costs `evidencePrice` nats of the score. */
  readonly fullEvidence: number;
  readonly evidencePrice: number;
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
  /** Half-lives of the three timescales on which posts are summed, in polls. */
  readonly shortPolls: number;
  readonly middlePolls: number;
  readonly longPolls: number;
  /** Half-life of the baseline, in polls. */
  readonly baselinePolls: number;
  /** Half-life of the recent level, in polls, which evidence is set against. */
  readonly recentPolls: number;
  /** Power to which the recent level counts: 0 not at all, 1 whole. */
  readonly recentShare: number;
  /** What the recent level starts with: as many posts at the usual level, were they independent. */
  readonly recentPrior: number;
  /** The recent level is at most this multiple of the usual one. */
  readonly recentMost: number;
  /** Half-life of the tails' calibration, in polls. */
  readonly tailPolls: number;
  /** Half-life of an hour's season factor, in polls that fall into that hour. */
  readonly seasonPolls: number;
  /** What an hour's season factor starts with: as many posts at the usual level, were they independent, */
  readonly seasonPrior: number;
  /** and polls at the usual level that this is at most. */
  readonly seasonMostPolls: number;
  /** Deviations above expectation that still teach the season. */
  readonly seasonDeviations: number;
  /** Smallest expectation, in posts a poll. */
  readonly minExpected: number;
  /** Deviations above expectation that are still learned, and polls before which all is. */
  readonly clipDeviations: number;
  readonly unclippedPolls: number;
};
