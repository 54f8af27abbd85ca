import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { BurstView, VolumeView } from '../../functions/contract/burst.ts';
import { counted, dayOf, timeOf, whole } from '../wording.ts';
import { volumeColumns, volumeOptions } from './volume-plot.ts';

const HEIGHT = 260;
const MINUTE_MS = 60_000;

/** Volume around a burst as a picture, and as a table for who cannot see it. */
export function VolumeChart({ burst, volume }: { burst: BurstView; volume: VolumeView }) {
  const box = useRef<HTMLDivElement>(null);
  const { start, end } = burst;
  const [pointed, pointAt] = useState<number | null>(null);

  useEffect(() => {
    const holder = box.current;
    if (holder === null) return;
    const span = { startMs: Date.parse(start), endMs: end === null ? null : Date.parse(end) };
    const colour = (name: string) => getComputedStyle(holder).getPropertyValue(name).trim();
    const size = { width: holder.clientWidth, height: HEIGHT };
    const plot = new uPlot(
      volumeOptions(volume, span, size, colour, pointAt),
      volumeColumns(volume),
      holder,
    );

    const resized = new ResizeObserver(() =>
      plot.setSize({ width: holder.clientWidth, height: HEIGHT }),
    );
    resized.observe(holder);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => plot.redraw(false, true);
    scheme.addEventListener('change', redraw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener('change', redraw);
      plot.destroy();
    };
  }, [volume, start, end]);

  return (
    <figure class="volume">
      <div ref={box} class="plot" role="img" aria-label={summary(burst, volume)} />
      <figcaption>
        <span class="key posts">posts</span>
        <span class="key expected">expected from this hashtag’s past</span>
        <span class="key shade">{shaded(burst)}</span>
        {pointed !== null && <span class="readout">{readout(volume, pointed)}</span>}
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <VolumeTable volume={volume} />
      </details>
    </figure>
  );
}

function VolumeTable({ volume }: { volume: VolumeView }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">From (UTC)</th>
            <th scope="col">Posts</th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {volume.posts.map((posts, index) => {
            const fromMs = volume.startMs + index * volume.bucketMinutes * MINUTE_MS;
            const expected = volume.expected[index] ?? null;
            return (
              <tr key={fromMs}>
                <td>{`${dayOf(fromMs)}, ${timeOf(fromMs)}`}</td>
                <td>{posts === null ? 'not counted' : whole(posts)}</td>
                <td>{expected === null ? 'not known' : expected.toFixed(1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function readout(volume: VolumeView, index: number): string {
  const { startMs, bucketMinutes, posts, expected } = volume;
  const fromMs = startMs + index * bucketMinutes * MINUTE_MS;
  const [came, hoped] = [posts[index] ?? null, expected[index] ?? null];
  const told = came === null ? 'not counted' : counted(came, 'post');
  return `${timeOf(fromMs)} UTC: ${told}${hoped === null ? '' : `, ${hoped.toFixed(1)} expected`}`;
}

function shaded({ start, end }: BurstView): string {
  if (end === null) return `the burst: since ${timeOf(start)} UTC, still going`;
  return `the burst: ${timeOf(start)} – ${timeOf(end)} UTC; it ends once hours in a row were calm`;
}

function summary(burst: BurstView, volume: VolumeView): string {
  const minutes = volume.bucketMinutes;
  return (
    `Posts every ${minutes} minutes from ${dayOf(volume.startMs)}, ${timeOf(volume.startMs)} UTC. ` +
    `The burst began at ${timeOf(burst.start)} and reached ${whole(burst.peakPosts)} posts in ${minutes} minutes, ` +
    `where about ${whole(burst.expected)} were expected.`
  );
}
