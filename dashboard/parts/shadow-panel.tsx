import type { BurstView } from '../../functions/contract/burst.ts';
import type { ShadowView } from '../../functions/contract/shadow.ts';
import type { VerdictView } from '../../functions/contract/verdict.ts';
import { FAMILY_WORDS } from '../signal-words.ts';
import { afterStart } from '../wording.ts';
import { LevelBadge } from './level-badge.tsx';
import { Strength } from './strength.tsx';

type Judged = Pick<BurstView, 'start' | 'firstSuspicious' | 'firstCoordinated'> & {
  readonly verdict: VerdictView;
  readonly shadow: ShadowView;
};

/** What the version that speaks and the candidate beside it say of one burst, side by side. */
export function ShadowPanel({ burst }: { burst: Judged }) {
  const { verdict, shadow } = burst;
  const since = (first: string | null) => afterStart(burst.start, first);
  return (
    <section class="card shadow" aria-labelledby="shadow-title">
      <h2 id="shadow-title">Two versions of the thresholds</h2>
      <p class="means">
        Version <code>{verdict.thresholds}</code> speaks. <code>{shadow.thresholds}</code> is tried
        beside it on the same posts, and alerts nobody.{' '}
        <a href="#/versions">How often they differ</a>
      </p>
      <table class="versions side">
        <thead>
          <tr>
            <td />
            <th scope="col">
              <code>{verdict.thresholds}</code> speaks
            </th>
            <th scope="col">
              <code>{shadow.thresholds}</code> on trial
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Gravest verdict</th>
            <td>
              <LevelBadge level={verdict.level} />
            </td>
            <td>
              <LevelBadge level={shadow.level} />
            </td>
          </tr>
          <tr>
            <th scope="row">Strength</th>
            <td>{verdict.level === 'undecided' ? '–' : <Strength value={verdict.strength} />}</td>
            <td>{shadow.level === 'undecided' ? '–' : <Strength value={shadow.strength} />}</td>
          </tr>
          <tr>
            <th scope="row">Evidence that stands</th>
            <td>{families(verdict.standing)}</td>
            <td>{families(shadow.standing)}</td>
          </tr>
          <tr>
            <th scope="row">First suspicious</th>
            <td>{since(burst.firstSuspicious)}</td>
            <td>{since(shadow.firstSuspicious)}</td>
          </tr>
          <tr>
            <th scope="row">First coordinated</th>
            <td>{since(burst.firstCoordinated)}</td>
            <td>{since(shadow.firstCoordinated)}</td>
          </tr>
        </tbody>
      </table>
      <p class="only">{onlyIn(verdict, shadow)}</p>
    </section>
  );
}

function families(standing: readonly string[]): string {
  return standing.map((family) => FAMILY_WORDS[family] ?? family).join(', ') || 'none';
}

function onlyIn(verdict: VerdictView, shadow: ShadowView): string {
  const one = verdict.standing.filter((family) => !shadow.standing.includes(family));
  const other = shadow.standing.filter((family) => !verdict.standing.includes(family));
  if (one.length + other.length === 0) return 'The same evidence stands in both.';
  const said = (version: string, some: readonly string[]) =>
    some.length === 0 ? [] : [`Only in ${version}: ${families(some)}.`];
  return [...said(verdict.thresholds, one), ...said(shadow.thresholds, other)].join(' ');
}
