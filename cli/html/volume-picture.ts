import { whole } from '../../dashboard/wording.ts';
import type { Peak } from '../check-report-peak.ts';
import type { Rows } from '../check-report-rows.ts';
import { volumeOf } from '../check-report-volume.ts';
import { figure, numbers } from './figure.ts';
import { html, type Markup } from './markup.ts';
import { columns, countTicks, PLOT_HEIGHT, plot, xOf } from './plot.ts';
import { instant, spanWords, stepFor, stretchWords, timeTicks } from './time-axis.ts';

const MOST_BARS = 96;

/** Posts over time, with the busiest stretch marked. */
export function volumePicture({ times }: Rows, peak: Peak): Markup {
  const firstMs = times[0] ?? 0;
  const lastMs = times.at(-1) ?? 0;
  const stepMs = Math.max(1000, stepFor(lastMs - firstMs, MOST_BARS));
  const startMs = Math.floor(firstMs / stepMs) * stepMs;
  const parts = Math.floor((lastMs - startMs) / stepMs) + 1;
  const endMs = startMs + parts * stepMs;
  const volume = volumeOf(times, startMs, endMs, parts);
  const top = Math.max(...volume);
  const shareOf = (ms: number) => Math.min(1, Math.max(0, (ms - startMs) / (endMs - startMs)));
  const from = xOf(shareOf(peak.startMs));
  const width = Math.max(6, xOf(shareOf(peak.endMs)) - from);
  const drawing = html`<rect class="shade" x="${from}" y="0" width="${width}" height="${PLOT_HEIGHT}"/><rect class="mark" x="${from}" y="-16" width="${width}" height="10"/><path class="fill" d="${columns(volume.map((posts) => posts / top))}"/>`;
  const told = `Volume over time: ${whole(times.length)} posts, at most ${whole(top)} in ${spanWords(stepMs)}`;
  return figure({
    title: 'Posts over time',
    wide: true,
    picture: plot({
      told,
      x: timeTicks(startMs, endMs),
      y: countTicks(top),
      drawing,
    }),
    caption: `Each bar is ${spanWords(stepMs)}; times are UTC. Marked: the busiest stretch, ${stretchWords(peak.startMs, peak.endMs)}, with ${whole(peak.to - peak.from)} of ${whole(times.length)} posts.`,
    table: numbers(
      ['from (UTC)', 'posts'],
      volume.map((posts, at) => [instant(startMs + at * stepMs), posts]),
    ),
  });
}
