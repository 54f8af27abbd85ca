/** An upper tail that starts at `limit` and falls off exponentially, fitted on line. */
export type ExponentialTail = {
  limit: number;
  /** Decayed sum and number of excesses above `limit`; their ratio is the scale of the tail. */
  excessSum: number;
  excessCount: number;
};

/** One value in this many lies above the limit. */
const RARITY = 50;

/** A tail never starts below this, in the unit of the values. */
const LOWEST_LIMIT = 0.5;

/** What the fit returns to when no value exceeds the limit: 5 excesses of 0.5. */
const PRIOR_SUM = 2.5;
const PRIOR_COUNT = 5;

/** An excess counts for at most so many scales, so that one wild value does not widen the tail. */
const WILDEST = 3;

/** The limit moves faster in the beginning, by 1 / (values + this). */
const EARLY = 20;

/**
 * How surprising a value is under the tail: about -ln of the chance of one as high or higher.
 * Below the limit, where the tail says nothing, it falls linearly to 0.
 *
 * @param value >= 0
 * @returns >= 0, in nats
 * @source Pickands (1975), Ann. Statist. 3(1), 119-131, with shape 0
 * @example tailSurprise(0.5, { limit: 0.5, excessSum: 2.5, excessCount: 5 }) // ln 50 = 3.912
 */
export function tailSurprise(value: number, tail: Readonly<ExponentialTail>): number {
  const { limit, excessSum, excessCount } = tail;
  if (value <= limit) return (Math.log(RARITY) * value) / limit;
  return Math.log(RARITY) + ((value - limit) * excessCount) / excessSum;
}

/**
 * Fits the tail to one value more, in place. The limit follows the quantile that one value in fifty exceeds.
 *
 * @param seen values before this one
 * @param decay factor by which the past shrinks, in (0, 1)
 * @source Robbins and Monro (1951), Ann. Math. Statist. 22(3), 400-407, for the quantile
 */
export function fitTail(tail: ExponentialTail, value: number, seen: number, decay: number): void {
  const scale = tail.excessSum / tail.excessCount;
  const step = scale * Math.max(1 - decay, 1 / (seen + EARLY));
  const exceeds = value > tail.limit;
  if (exceeds) {
    tail.excessSum += Math.min(value - tail.limit, WILDEST * scale);
    tail.excessCount += 1;
  }
  forgetTail(tail, decay);
  const moved = exceeds ? tail.limit + step * (RARITY - 1) : tail.limit - step;
  tail.limit = Math.max(LOWEST_LIMIT, moved);
}

/** Lets the fit return towards its prior, in place. The limit stays. */
export function forgetTail(tail: ExponentialTail, decay: number): void {
  tail.excessSum = PRIOR_SUM + (tail.excessSum - PRIOR_SUM) * decay;
  tail.excessCount = PRIOR_COUNT + (tail.excessCount - PRIOR_COUNT) * decay;
}
