import type { Tallied } from './bench-tally.ts';

/** What a hashtag does on a day, in shares of days: our estimate. The other ordinary scenarios share the rest evenly. */
const SHARES: Readonly<Record<string, number>> = { O1: 0.9, O2: 0.03, O6: 0.02, O8: 0.02 };
const DAYS_A_MONTH = 30;

/** False alarms that a month of one hashtag would bring, at each size and past that was played. */
export function benchMix(cases: readonly Tallied[]): string {
  const ordinary = cases.filter(
    ({ benchCase }) => benchCase.scenario.label !== 'covert' && benchCase.pollSeconds === 60,
  );
  const mixes = Map.groupBy(
    ordinary,
    ({ benchCase }) => `${benchCase.posts} posts, ${benchCase.earlier} earlier`,
  );
  const rows = [...mixes].map(([name, mix]) => {
    const month = (count: (one: Tallied) => number) =>
      mix.reduce((sum, one) => sum + (shareOf(one, mix) * count(one)) / one.tally.runs, 0) *
      DAYS_A_MONTH;
    const cells = [
      month(({ tally }) => tally.above),
      month(({ benchCase, tally }) =>
        benchCase.scenario.label === 'organic' ? tally.coordinated : 0,
      ),
      month(({ benchCase, tally }) =>
        benchCase.scenario.label === 'organic' ? tally.suspicious : 0,
      ),
    ];
    return `| ${name} | ${mix.length} | ${cells.map((cell) => cell.toFixed(4)).join(' | ')} |`;
  });
  return [
    'False alarms a tag-month, if 90 % of the days of a hashtag are as O1, 3 % as O2, 2 % as O6, 2 % as O8 and the rest as the others (our estimate), and every day were judged, also those without a burst:',
    '',
    '| mix | scenarios | above their ceiling | organic called coordinated | organic called suspicious or worse |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Of the days of the mix, as far as its scenarios were played. */
function shareOf(one: Tallied, mix: readonly Tallied[]): number {
  const weights = mix.map((other) => weightOf(other, mix));
  return weightOf(one, mix) / weights.reduce((sum, weight) => sum + weight, 0);
}

function weightOf({ benchCase }: Tallied, mix: readonly Tallied[]): number {
  const named = SHARES[benchCase.scenario.id];
  if (named !== undefined) return named;
  const others = mix.filter((other) => !(other.benchCase.scenario.id in SHARES)).length;
  const rest = 1 - Object.values(SHARES).reduce((sum, share) => sum + share, 0);
  return rest / others;
}
