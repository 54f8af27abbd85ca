import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import { findWave, type Wave } from './find-wave.ts';
import { indexAfter } from './index-after.ts';
import type { PostTable } from './post-table.ts';

export type SharpEndSettings = {
  /** Posts of the burst at most this many ends of the wave are looked for among. */
  readonly quantiles: number;
  /** Rate in the wave over the average rate, at least. */
  readonly minRate: number;
  /** Posts in the wave, more than. */
  readonly minPosts: number;
  /** Length of the wave at most, milliseconds: the sessions of a day end for everybody at once. */
  readonly maxWaveMs: number;
  /** Length of the edge that is compared, as a share of the wave. */
  readonly edgeShare: number;
  /** Length of the edge at least, milliseconds. */
  readonly minEdgeMs: number;
  /** Length of the edge at least where stamps are whole minutes, milliseconds. */
  readonly minMinuteEdgeMs: number;
  /** Share of the edge's posts that lie before the end when an audience fades to half. */
  readonly fadeShare: number;
  /** Tests in this family: a chance finding in either costs both. */
  readonly members: number;
};

/**
 * Does the wave stop like a switch? An audience fades, a script stops.
 *
 * Compares the last stretch of the strongest wave with the stretch after it.
 *
 * @param nowMs posts are known up to here
 * @returns `effect` is the share of the burst's posts that lie in the wave, times how completely it stopped
 */
export function measureSharpEnd(
  table: PostTable,
  nowMs: number,
  settings: SharpEndSettings,
): Evidence {
  const times = table.createdMs;
  const wave = findWave(times, settings);
  if (wave === undefined) return unmeasured('sharp-end', 'no wave stands out of these posts');
  const edgeMs = edgeOf(wave, table.minuteStamps, settings);
  if (wave.endMs + edgeMs > nowMs) {
    return unmeasured('sharp-end', 'the wave may not be over yet');
  }
  const end = indexAfter(times, wave.endMs);
  const before = end - indexAfter(times, wave.endMs - edgeMs);
  const after = indexAfter(times, wave.endMs + edgeMs) - end;
  const share = wave.posts / times.length;
  return measured(
    'sharp-end',
    Math.max(
      0,
      binomialSurprise(before, before + after, settings.fadeShare) - Math.log10(settings.members),
    ),
    share * Math.max(0, 1 - (2 * after) / before),
    accountsBetween(table, end - before, end),
    { edgeSeconds: edgeMs / 1000, before, after, wavePosts: wave.posts, posts: times.length },
  );
}

function edgeOf(wave: Wave, minuteStamps: boolean, settings: SharpEndSettings): number {
  const least = minuteStamps ? settings.minMinuteEdgeMs : settings.minEdgeMs;
  return Math.max(least, settings.edgeShare * (wave.endMs - wave.startMs));
}

function accountsBetween(table: PostTable, from: number, to: number): number {
  return new Set(table.accountOf.subarray(from, to)).size;
}
