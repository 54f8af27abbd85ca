import type { VerdictView } from '../../functions/contract/verdict.ts';

type Share = NonNullable<VerdictView['share']>;

const WIDTH = 240;
const HEIGHT = 12;
const MARK = 3;

/** How large the coordinated part of a burst is: all its posts as a bar, on it the interval and the likeliest share. */
export function SharePicture({ share }: { share: Share }) {
  const [low, likely, high] = [percent(share.low), percent(share.likely), percent(share.high)];
  const left = share.low * WIDTH;
  const mark = Math.min(WIDTH - MARK, Math.max(0, share.likely * WIDTH - MARK / 2));
  return (
    <figure class="share">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class="whole" width={WIDTH} height={HEIGHT} rx="3" />
        <rect
          class="range"
          x={left}
          width={Math.max(MARK, share.high * WIDTH - left)}
          height={HEIGHT}
        />
        <rect class="likely" x={mark} width={MARK} height={HEIGHT} />
      </svg>
      <figcaption>
        About <strong>{likely} %</strong> of its posts look coordinated
        {low < high && `: ${low} to ${high} %, by a 90 % interval`}.
      </figcaption>
    </figure>
  );
}

function percent(share: number): number {
  return Math.round(100 * share);
}
