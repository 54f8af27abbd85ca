import { benchCase } from './bench-cases.ts';
import type { BenchOptions } from './bench-options.ts';
import { runJobs } from './bench-pool.ts';
import { type Tally, tally } from './bench-tally.ts';
import { EVASIONS, type Knob } from './evasion-knobs.ts';
import { ceilingOf } from './expectations.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** C6 is a troll farm in small, and the last three evade by nature. */
const WALKED = ['C1', 'C2', 'C3', 'C4', 'C5', 'C7', 'C8', 'C9', 'C10'];
const STEPS = [0.25, 0.5, 0.75, 1];
const DOSE = 0.5;
const EARLIER = 3;
const KNOBS = Object.keys(EVASIONS) as readonly Knob[];
/** Seeds where no number is asked for, and the share of those asked for. */
const SEEDS = 2;
const SEEDS_SHARE = 0.02;

/** How far each knob must be turned until an organiser is seen half as often. */
export async function benchKnobs(options: BenchOptions): Promise<string> {
  const { scenarios: wanted, progress = () => {} } = options;
  const scenarios = SCENARIOS.filter(
    ({ id }) => WALKED.includes(id) && (wanted?.includes(id) ?? true),
  );
  const posts = options.size ?? (options.quick ? 500 : 1000);
  const seeds = Math.max(options.quick ? 1 : SEEDS, Math.round((options.seeds ?? 0) * SEEDS_SHARE));
  const settings = scenarios.flatMap((scenario) => [
    { scenario, knobs: {} },
    ...KNOBS.flatMap((knob) => STEPS.map((share) => ({ scenario, knobs: { [knob]: share } }))),
  ]);
  const jobs = settings.map(({ scenario, knobs }) => ({
    benchCase: benchCase(scenario, { posts, dose: DOSE, earlier: EARLIER, knobs }),
    seeds,
  }));
  const runs = await runJobs(jobs, (_, finished) => {
    if (finished % 25 === 0) progress(`simulator: ${finished} of ${jobs.length} turns of a knob`);
  });
  const tallies = runs.map((some, at) =>
    tally(some, ceilingOf((settings[at] as (typeof settings)[number]).scenario.id)),
  );
  const perScenario = 1 + KNOBS.length * STEPS.length;
  const rows = scenarios.map((scenario, at) =>
    rowOf(scenario, tallies.slice(at * perScenario, (at + 1) * perScenario)),
  );
  return [
    '### Evasion',
    '',
    `Each knob alone, at ${STEPS.join(', ')}: ${posts} posts, dose ${DOSE}, polls of 60 s, ${EARLIER} earlier events by the same people who evaded there too, ${seeds} seeds a step. The cell says at which turn of the knob the organiser is called coordinated, and called suspicious or worse, half as often as without it; "holds" if never, "–" if it is not seen to begin with.`,
    '',
    `| scenario | without: coordinated, suspicious or worse | ${KNOBS.join(' | ')} |`,
    `| --- | --- | ${KNOBS.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    ...KNOBS.map((knob) => `- ${knob}: ${EVASIONS[knob].title}; at 1 ${EVASIONS[knob].full}.`),
  ].join('\n');
}

function rowOf(scenario: Scenario, [without, ...turned]: readonly Tally[]): string {
  if (without === undefined) throw new Error('a scenario must be played without its knobs first');
  const share = (hits: number) => (hits / without.runs).toFixed(2);
  const cells = KNOBS.map((_, at) => {
    const steps = turned.slice(at * STEPS.length, (at + 1) * STEPS.length);
    const half = (of: (one: Tally) => number) => halvesAt(of(without), steps.map(of));
    return `${half(({ coordinated }) => coordinated)}, ${half(({ suspicious }) => suspicious)}`;
  });
  return `| ${scenario.id} | ${share(without.coordinated)}, ${share(without.suspicious)} | ${cells.join(' | ')} |`;
}

/** Where the line through the steps first falls to half of what it was at 0. */
export function halvesAt(without: number, hits: readonly number[]): string {
  if (without === 0) return '–';
  const half = without / 2;
  const at = hits.findIndex((count) => count <= half);
  if (at < 0) return 'holds';
  const before = at === 0 ? without : (hits[at - 1] ?? without);
  const from = at === 0 ? 0 : (STEPS[at - 1] ?? 0);
  const to = STEPS[at] ?? 1;
  const way = (before - half) / (before - (hits[at] ?? 0));
  return (from + way * (to - from)).toFixed(2);
}
