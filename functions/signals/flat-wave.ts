/** A stretch of bins with one rate inside and another outside. */
export type FlatWave = {
  /** First bin of it, and the first after it. */
  readonly from: number;
  readonly to: number;
  /** Posts in it. */
  readonly posts: number;
  /** Natural logarithm of the Poisson likelihood, without the factorials of the counts. */
  readonly logLikelihood: number;
  /** Stretches that were tried. */
  readonly tried: number;
};

/**
 * The stretch that is likeliest to be flat between hard edges: the rate changes twice, at once.
 *
 * @param counts posts a bin; quadratic in their number
 * @param minBins shortest stretch
 * @returns undefined where no stretch has a higher rate than the rest
 */
export function flatWave(counts: readonly number[], minBins: number): FlatWave | undefined {
  const sums = sumsOf(counts);
  let tried = 0;
  let best: Omit<FlatWave, 'tried'> | undefined;
  for (const [from, to] of stretches(counts.length, minBins)) {
    tried++;
    const posts = (sums[to] ?? 0) - (sums[from] ?? 0);
    const logLikelihood = likelihoodOf(posts, to - from, sums.at(-1) ?? 0, counts.length);
    if (logLikelihood > (best?.logLikelihood ?? Number.NEGATIVE_INFINITY)) {
      best = { from, to, posts, logLikelihood };
    }
  }
  return best && { ...best, tried };
}

/** Posts before each bin, and at last all of them. */
function sumsOf(counts: readonly number[]): number[] {
  const sums = [0];
  for (const count of counts) sums.push((sums.at(-1) ?? 0) + count);
  return sums;
}

function* stretches(bins: number, minBins: number): Generator<readonly [number, number]> {
  for (let from = 0; from + minBins <= bins; from++) {
    for (let to = from + minBins; to <= bins; to++) yield [from, to];
  }
}

/** How far the counts scatter about the two rates, over what independent posts do: 1 or more. */
export function scatterAbout(counts: readonly number[], wave: FlatWave): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const bins = wave.to - wave.from;
  const inside = wave.posts / bins;
  const outside = (all - wave.posts) / Math.max(1, counts.length - bins);
  // A rate that was seen once in all that time is the least that can be told from none.
  const least = 1 / counts.length;
  const sum = counts.reduce((total, count, at) => {
    const rate = Math.max(least, at >= wave.from && at < wave.to ? inside : outside);
    return total + (count - rate) ** 2 / rate;
  }, 0);
  return Math.max(1, sum / Math.max(1, counts.length - 4));
}

function likelihoodOf(posts: number, bins: number, all: number, allBins: number): number {
  const outside = all - posts;
  const rest = allBins - bins;
  if (posts * rest <= outside * bins) return Number.NEGATIVE_INFINITY;
  return entropyOf(posts, bins) + entropyOf(outside, rest) - all;
}

function entropyOf(posts: number, bins: number): number {
  return posts === 0 ? 0 : posts * Math.log(posts / bins);
}
