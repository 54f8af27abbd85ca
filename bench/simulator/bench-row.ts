import { wilsonInterval } from '../../functions/stats/wilson-interval.ts';
import type { Tallied } from './bench-tally.ts';
import { ceilingOf } from './expectations.ts';

export const HEAD = `| scenario | label | posts | dose | poll | earlier | n | suspicious or worse | coordinated | ceiling | above it | minutes | accounts: precision, recall | signals that stood |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |`;

/** A case as a row of the table. */
export function rowOf({ benchCase, tally }: Tallied): string {
  const { scenario, posts, dose, pollSeconds, earlier } = benchCase;
  const cells = [
    scenario.id,
    scenario.label,
    posts,
    dose ?? (scenario.label === 'organic' ? '–' : 'usual'),
    `${pollSeconds} s`,
    earlier,
    tally.runs,
    rate(tally.suspicious, tally.runs),
    rate(tally.coordinated, tally.runs),
    ceilingOf(scenario.id),
    tally.above,
    tally.minutesToRight?.toFixed(1) ?? '–',
    `${share(tally.precision)}, ${share(tally.recall)}`,
    [...tally.stood].map(([signal, part]) => `${signal} ${share(part)}`).join(', ') || '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A share with the interval that holds the true one. */
export function rate(hits: number, trials: number): string {
  const { low, high } = wilsonInterval(hits, trials);
  return `${share(hits / trials)} (${share(low)} to ${share(high)})`;
}

function share(value: number | null): string {
  if (value === null) return '–';
  // A few in a thousand must not look like none.
  return value > 0 && value < 0.01 ? value.toFixed(4) : value.toFixed(2);
}
