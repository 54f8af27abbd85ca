import type { BurstBrief } from '../../functions/contract/burst.ts';
import { whole } from '../wording.ts';
import { sparkShape } from './spark-shape.ts';

const WIDTH = 168;
const HEIGHT = 44;
const GAP = 0.8;

/** The volume around a burst at a glance; the burst itself stands out. */
export function Spark({ burst }: { burst: BurstBrief }) {
  const { volume, start, end, peakPosts, expected, bucketMinutes } = burst;
  if (volume === null) return <span class="spark none">no volume kept</span>;
  const bars = sparkShape(volume, Date.parse(start), end === null ? null : Date.parse(end));
  const told = `Volume: at most ${whole(peakPosts)} posts in ${bucketMinutes} min, where about ${whole(expected)} were expected`;
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={told}
    >
      {bars.map(({ x, width, height, within }) => {
        const tall = Math.max(height * (HEIGHT - 1), 1);
        return (
          <rect
            key={x}
            class={within ? 'within' : 'around'}
            x={x * WIDTH}
            width={Math.max(width * WIDTH - GAP, 0.6)}
            y={HEIGHT - tall}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
