import { indexAfter } from './index-after.ts';

export type Wave = { readonly startMs: number; readonly endMs: number; readonly posts: number };

export type WaveSettings = {
  readonly quantiles: number;
  readonly minRate: number;
  readonly minPosts: number;
  /** Longest wave, milliseconds: days and sessions end for everybody at once. */
  readonly maxWaveMs: number;
};

/** A candidate edge of the wave: a time, and the posts before it and up to it. */
type Edge = { readonly atMs: number; readonly before: number; readonly through: number };

/**
 * The stretch that stands out most from the average rate, by the Poisson scan statistic.
 *
 * @param times ascending, epoch milliseconds
 * @returns undefined where no stretch is long and fast enough
 * @source Kulldorff (1997), Commun. Stat. Theory Methods 26(6), 1481-1496
 */
export function findWave(times: Float64Array, settings: WaveSettings): Wave | undefined {
  const edges = edgesOf(times, settings.quantiles);
  const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
  let best: Wave | undefined;
  let bestLikelihood = 0;
  for (const wave of wavesBetween(edges, settings.maxWaveMs)) {
    const likelihood = likelihoodOf(wave, times.length, spanMs, settings);
    if (likelihood <= bestLikelihood) continue;
    best = wave;
    bestLikelihood = likelihood;
  }
  return best;
}

function* wavesBetween(edges: readonly Edge[], maxWaveMs: number): Generator<Wave> {
  for (const [index, from] of edges.entries()) {
    for (const to of edges.slice(index + 1)) {
      if (to.atMs - from.atMs > maxWaveMs) break;
      yield { startMs: from.atMs, endMs: to.atMs, posts: to.through - from.before };
    }
  }
}

function edgesOf(times: Float64Array, quantiles: number): Edge[] {
  const last = times.length - 1;
  const parts = Math.min(quantiles - 1, Math.max(1, last));
  const ranks = Array.from({ length: parts + 1 }, (_, part) => Math.round((part * last) / parts));
  const distinct = [...new Set(ranks.map((rank) => times[rank] ?? 0))];
  return distinct.map((atMs) => ({
    atMs,
    before: indexAfter(times, atMs - 0.5),
    through: indexAfter(times, atMs),
  }));
}

/** Logarithm of the likelihood ratio; 0 where the stretch does not qualify. */
function likelihoodOf(wave: Wave, posts: number, spanMs: number, settings: WaveSettings): number {
  const expected = (posts * (wave.endMs - wave.startMs)) / spanMs;
  if (wave.posts <= settings.minPosts || wave.posts < settings.minRate * expected) return 0;
  const outside = posts - wave.posts;
  const rest = outside === 0 ? 0 : outside * Math.log(outside / (posts - expected));
  return wave.posts * Math.log(wave.posts / expected) + rest;
}
