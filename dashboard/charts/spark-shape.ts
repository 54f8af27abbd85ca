import type { VolumeView } from '../../functions/contract/burst.ts';

export type SparkBar = {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Whether it began within the burst. */
  readonly within: boolean;
};

const MOST_BARS = 48;
const MINUTE_MS = 60_000;

/**
 * Bars of a spark line in a box of 1 by 1, at most 48: neighbours share a bar, which shows the highest.
 * A bucket that was missed has no bar; one without posts has a bar of height 0.
 */
export function sparkShape(
  volume: VolumeView,
  startMs: number,
  endMs: number | null,
): readonly SparkBar[] {
  const { posts, bucketMinutes } = volume;
  const perBar = Math.ceil(posts.length / MOST_BARS);
  const bars = Math.ceil(posts.length / perBar);
  const top = Math.max(1, ...posts.map((count) => count ?? 0));

  return Array.from({ length: bars }, (_, bar) => {
    const counts = posts.slice(bar * perBar, (bar + 1) * perBar).filter((count) => count !== null);
    if (counts.length === 0) return [];
    const fromMs = volume.startMs + bar * perBar * bucketMinutes * MINUTE_MS;
    const untilMs = fromMs + perBar * bucketMinutes * MINUTE_MS;
    return {
      x: bar / bars,
      width: 1 / bars,
      height: Math.max(...counts) / top,
      within: untilMs > startMs && (endMs === null || fromMs < endMs),
    };
  }).flat();
}
