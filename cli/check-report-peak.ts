const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Lengths that a busiest stretch may have, milliseconds. */
const LENGTHS_MS = [
  ...[10, 30].map((n) => n * SECOND_MS),
  ...[1, 2, 5, 15, 30].map((n) => n * MINUTE_MS),
  ...[1, 3, 6, 12, 24].map((n) => n * HOUR_MS),
];

/** Share of the posts that a stretch should hold, and the fewest and most that this may ask of it. */
const SHARE = 0.3;
const FEWEST = 150;
const MOST = 1000;

/** The stretch of a burst worth a close look. */
export type Peak = {
  readonly startMs: number;
  readonly endMs: number;
  /** Of its first post and after its last: indices into the times. */
  readonly from: number;
  readonly to: number;
};

/**
 * The busiest stretch, as short as holds enough posts to see how accounts behave.
 *
 * @param times ascending, epoch milliseconds, at least one
 * @param minuteStamps seconds are not known, so that nothing under an hour shows a pattern
 */
export function peakOf(times: Float64Array, minuteStamps: boolean): Peak {
  const least = minuteStamps ? HOUR_MS : 0;
  const wanted = Math.min(MOST, Math.max(FEWEST, SHARE * times.length), 0.9 * times.length);
  let peak: Peak | undefined;
  for (const lengthMs of LENGTHS_MS.filter((length) => length >= least)) {
    peak = busiest(times, lengthMs);
    if (peak.to - peak.from >= wanted) return peak;
  }
  return peak ?? { startMs: 0, endMs: 0, from: 0, to: times.length };
}

/** The earliest of the stretches of this length that hold the most posts, moved to a round time. */
function busiest(times: Float64Array, lengthMs: number): Peak {
  let from = 0;
  let best = 0;
  let most = 0;
  times.forEach((time, at) => {
    while (time - (times[from] ?? time) >= lengthMs) from++;
    if (at + 1 - from <= most) return;
    most = at + 1 - from;
    best = from;
  });
  const unitMs = lengthMs >= 15 * MINUTE_MS ? MINUTE_MS : SECOND_MS;
  const startMs = Math.floor((times[best] ?? 0) / unitMs) * unitMs;
  const endMs = startMs + lengthMs;
  const until = times.findIndex((time) => time >= endMs);
  const first = times.findIndex((time) => time >= startMs);
  return { startMs, endMs, from: first, to: until === -1 ? times.length : until };
}
