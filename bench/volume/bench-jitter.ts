import { BURST } from '../../functions/settings/burst.ts';
import { chanceFrom } from '../simulator/chance.ts';
import { markdownTable } from '../verdicts/markdown-table.ts';
import { quantile } from '../verdicts/quantile.ts';
import { deployed } from './deployed.ts';
import { jittered, thinned } from './jitter.ts';
import { nabResults } from './nab-result.ts';
import { NAB_PROFILES } from './nab-score.ts';
import type { NabSeries } from './nab-series.ts';

const JITTERS = 50;
const THINNINGS = 20;
const DROPPED = 0.1;

/** Standard scores at notice, by draw. */
export type Jitter = { readonly jittered: readonly number[]; readonly thinned: readonly number[] };

export function jitterScores(series: readonly NabSeries[]): Jitter {
  const score = (of: readonly NabSeries[], detector = deployed()) =>
    nabResults(of, detector, NAB_PROFILES[0])[0]?.score ?? Number.NaN;
  const draws = (many: number) => Array.from({ length: many }, (_, draw) => draw + 1);
  return {
    jittered: draws(JITTERS).map((draw) =>
      score(series, deployed(jittered(BURST, chanceFrom(`jitter ${draw}`)))),
    ),
    thinned: draws(THINNINGS).map((draw) =>
      score(series.map((one) => thinned(one, DROPPED, chanceFrom(`thin ${draw} ${one.name}`)))),
    ),
  };
}

/** What the score is worth when no number is quite right, and no count quite full. */
export function benchJitter(scores: Jitter): string {
  const row = (name: string, values: readonly number[]) => [
    name,
    String(values.length),
    ...[0.5, 0, 1].map((share) => quantile(values, share).toFixed(1)),
  ];
  return markdownTable(
    ['standard score, deployed, notice', 'draws', 'median', 'worst', 'best'],
    [
      row('every setting by a factor of its own in [0.75, 1.25]', scores.jittered),
      row('each post dropped with probability 0.1', scores.thinned),
    ],
  );
}
