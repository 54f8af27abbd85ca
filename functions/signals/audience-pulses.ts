import { chiSquareSurprise } from '../stats/chi-square-surprise.ts';

/** Share of an audience that has answered by a time, in bins after the start of what was counted. */
type Answered = (bin: number) => number;

/** Gamma laws, from one that breaks off at once (1) to one that swells and fades alike (20). */
const SHAPES = [1, 1.6, 2.5, 4, 8, 20];
/** Mean answer and moment of the cue, in lengths of the wave. */
const MEANS = [0.15, 0.25, 0.4, 0.6, 0.9, 1.4, 2.5, 6];
const ONSETS = [-0.6, -0.3, -0.1, 0, 0.1, 0.3];
/** Two-sided exponential laws: time to rise, time to fade and place of the peak, in lengths of the wave. */
const RISES = [0.05, 0.15, 0.4, 0.8];
const FADES = [0.05, 0.15, 0.4, 0.8, 1.6, 4];
const PEAKS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

/** Rounds until a law is settled: until this share of the posts moves no more. */
const ROUNDS = 40;
const SETTLED = 1e-4;

/**
 * How well the likeliest of the pulses that audiences make explains the counts: a rise and a decay
 * on a base rate, by Gamma laws (goals, shocks) and two-sided exponential ones (announced moments).
 *
 * @param wave where the wave lies, in bins: every pulse that could be taken for it is tried
 * @param enough a likelihood at which one audience explains the counts well enough: the rest is not tried
 * @returns natural logarithm of the Poisson likelihood, without the factorials of the counts
 * @source SIMULATOR O3 to O5 (measured goals, reported cues and shocks)
 */
export function audienceLikelihood(
  counts: readonly number[],
  wave: { readonly from: number; readonly to: number },
  enough: number,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const answered of audiences(wave.from, wave.to - wave.from)) {
    best = Math.max(best, likelihoodOf(counts, answered));
    if (best >= enough) break;
  }
  return best;
}

function audiences(from: number, length: number): readonly Answered[] {
  const gammas = SHAPES.flatMap((shape) =>
    MEANS.flatMap((mean) =>
      ONSETS.map((onset) => gammaAfter(from + onset * length, shape, (mean * length) / shape)),
    ),
  );
  const twoSided = RISES.flatMap((rise) =>
    FADES.flatMap((fade) =>
      PEAKS.map((peak) => bothSidesOf(from + peak * length, rise * length, fade * length)),
    ),
  );
  // The two-sided ones cost less, and mostly one of them is enough.
  return [...twoSided, ...gammas];
}

function gammaAfter(onset: number, shape: number, scale: number): Answered {
  return (bin) =>
    bin <= onset ? 0 : 1 - 10 ** -chiSquareSurprise((2 * (bin - onset)) / scale, 2 * shape);
}

function bothSidesOf(peak: number, rise: number, fade: number): Answered {
  const before = rise / (rise + fade);
  return (bin) =>
    bin < peak
      ? before * Math.exp((bin - peak) / rise)
      : 1 - (1 - before) * Math.exp((peak - bin) / fade);
}

/** Base rate and size of the pulse by expectation and maximisation. */
function likelihoodOf(counts: readonly number[], answered: Answered): number {
  const shares = counts.map((_, bin) => Math.max(0, answered(bin + 1) - answered(bin)));
  const seen = shares.reduce((sum, share) => sum + share, 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (seen === 0) return Number.NEGATIVE_INFINITY;
  let pulse = 0.8 * all;
  for (let round = 0; round < ROUNDS; round++) {
    const base = (all - pulse) / counts.length;
    let from = 0;
    counts.forEach((count, bin) => {
      if (count === 0) return;
      const part = (pulse / seen) * (shares[bin] ?? 0);
      from += (count * part) / (part + base);
    });
    const moved = Math.abs(from - pulse);
    pulse = from;
    if (moved < SETTLED * all) break;
  }
  const base = (all - pulse) / counts.length;
  return counts.reduce(
    (sum, count, bin) =>
      count === 0 ? sum : sum + count * Math.log(base + (pulse / seen) * (shares[bin] ?? 0)),
    -all,
  );
}
