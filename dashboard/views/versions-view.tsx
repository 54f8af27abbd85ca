import { useCallback } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ShadowPeriodView } from '../../functions/contract/shadow.ts';
import { useApi } from '../api-context.ts';
import { HashtagName } from '../parts/hashtag-name.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { LoadFrame } from '../parts/load-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useLoaded } from '../use-loaded.ts';
import { counted, dayOf, whole } from '../wording.ts';

const REFRESH_MS = 60_000;

type Comparison = ShadowPeriodView['comparisons'][number];
type Cell = Comparison['cells'][number];

/** What a candidate version of the thresholds would have said of the bursts of the last 30 days. */
export function VersionsView() {
  const api = useApi();
  const load = useCallback(() => api.shadow(), [api]);
  const { loaded, reload } = useLoaded(load, REFRESH_MS);
  return (
    <>
      <ViewTitle text="Versions" />
      <p class="lead">
        A new version of the thresholds judges every burst beside the one that speaks, and alerts
        nobody. Here is what would change.
      </p>
      <LoadFrame loaded={loaded} what="the versions" reload={reload}>
        {(period) => (
          <>
            <p class="count" role="status">
              Bursts that began {dayOf(period.from)} to {dayOf(period.to)}
              {period.complete ? '' : ', the newest of them'}
            </p>
            {period.comparisons.length === 0 && (
              <Notice kind="empty" title="No burst was judged by two versions" />
            )}
            {period.comparisons.map((comparison) => (
              <ComparisonCard key={comparison.live + comparison.shadow} comparison={comparison} />
            ))}
          </>
        )}
      </LoadFrame>
    </>
  );
}

function ComparisonCard({ comparison }: { comparison: Comparison }) {
  const { live, shadow, bursts, differing, cells } = comparison;
  return (
    <section class="card" aria-label={`${live} and ${shadow}`}>
      <h2>
        <code>{shadow}</code> on trial beside <code>{live}</code>
      </h2>
      <p>
        {differing === 0
          ? `Both say the same level of ${counted(bursts, 'burst')}.`
          : `They differ on ${whole(differing)} of ${counted(bursts, 'burst')}.`}
      </p>
      <table class="versions pairs">
        <thead>
          <tr>
            <th scope="col">{live} says</th>
            <th scope="col">{shadow} says</th>
            <th scope="col">Bursts</th>
            <th scope="col">Newest</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <CellRow key={cell.live + cell.shadow} cell={cell} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellRow({ cell }: { cell: Cell }) {
  return (
    <tr class={cell.live === cell.shadow ? 'same' : 'differs'}>
      <td>
        <LevelBadge level={cell.live} />
      </td>
      <td>
        <LevelBadge level={cell.shadow} />
      </td>
      <td class="number">{whole(cell.bursts)}</td>
      <td>
        <ul class="examples">
          {cell.examples.map(({ burstId, hashtag }) => (
            <li key={burstId}>
              <Link href={`/bursts/${encodeURIComponent(burstId)}`}>
                <HashtagName hashtag={hashtag} />
              </Link>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
