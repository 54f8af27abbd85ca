import uPlot from 'uplot';
import type { VolumeView } from '../../functions/contract/burst.ts';

export type BurstSpan = { readonly startMs: number; readonly endMs: number | null };

const MINUTE_S = 60;

/** Columns as uPlot takes them: seconds, posts, expected posts. */
export function volumeColumns(volume: VolumeView): uPlot.AlignedData {
  const { startMs, bucketMinutes, posts, expected } = volume;
  const seconds = posts.map((_, index) => startMs / 1000 + index * bucketMinutes * MINUTE_S);
  return [seconds, posts, expected];
}

/** Posts as bars against what the past led one to expect; the burst is shaded. Colours come from the page; `pointAt` hears which bucket is pointed at. */
export function volumeOptions(
  volume: VolumeView,
  burst: BurstSpan,
  size: { readonly width: number; readonly height: number },
  colour: (name: string) => string,
  pointAt: (index: number | null) => void,
): uPlot.Options {
  const axis = {
    stroke: () => colour('--ink-soft'),
    grid: { stroke: () => colour('--line'), width: 1 },
    ticks: { stroke: () => colour('--line'), width: 1 },
    font: '12px system-ui, sans-serif',
  };
  const bars = uPlot.paths.bars?.({ size: [0.92, Number.POSITIVE_INFINITY], align: 1 });
  const steps = uPlot.paths.stepped?.({ align: 1 });
  return {
    ...size,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: {
      // A bar stands right of its stamp: without room for it the newest would be cut off.
      x: { range: (_, from, to) => [from, to + volume.bucketMinutes * MINUTE_S] },
      y: { range: (_, __, top) => [0, Math.max(top * 1.08, 4)] },
    },
    axes: [
      { ...axis, values: CLOCK, space: 64 },
      {
        ...axis,
        size: 52,
        label: `posts in ${volume.bucketMinutes} min`,
        labelSize: 20,
        labelFont: '12px system-ui, sans-serif',
      },
    ],
    series: [
      {},
      {
        label: 'posts',
        fill: () => colour('--volume'),
        stroke: () => colour('--volume'),
        width: 0,
        points: { show: false },
        ...(bars && { paths: bars }),
      },
      {
        label: 'expected',
        stroke: () => colour('--expected'),
        width: 2,
        dash: [5, 4],
        points: { show: false },
        ...(steps && { paths: steps }),
      },
    ],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    hooks: {
      drawClear: [(plot) => shade(plot, burst, colour('--shade'))],
      setCursor: [(plot) => pointAt(plot.cursor.idx ?? null)],
    },
  };
}

/** 24 hours, and the day under midnight and under the first mark. */
const CLOCK: uPlot.Axis['values'] = [
  [86_400, '{D} {MMM}', null, null, null, null, null, null, 1],
  [60, '{HH}:{mm}', '\n{D} {MMM}', null, '\n{D} {MMM}', null, null, null, 1],
];

function shade(plot: uPlot, { startMs, endMs }: BurstSpan, colour: string) {
  const { left, top, width, height } = plot.bbox;
  const at = (ms: number) =>
    Math.min(Math.max(plot.valToPos(ms / 1000, 'x', true), left), left + width);
  const from = at(startMs);
  const to = endMs === null ? left + width : at(endMs);
  plot.ctx.save();
  plot.ctx.fillStyle = colour;
  plot.ctx.fillRect(from, top, to - from, height);
  plot.ctx.restore();
}
