import { describe, expect, it } from 'vitest';
import { benchCase, benchCases } from '../../../bench/simulator/bench-cases.ts';
import { chosen } from '../../../bench/simulator/bench-choice.ts';
import { benchMix } from '../../../bench/simulator/bench-mix.ts';
import { runJobs } from '../../../bench/simulator/bench-pool.ts';
import { rowOf } from '../../../bench/simulator/bench-row.ts';
import { type BenchRun, benchRun } from '../../../bench/simulator/bench-run.ts';
import { benchSummary } from '../../../bench/simulator/bench-summary.ts';
import { type Tallied, tally } from '../../../bench/simulator/bench-tally.ts';
import { ceilingOf } from '../../../bench/simulator/expectations.ts';
import { SCENARIOS } from '../../../bench/simulator/scenarios/all.ts';

function found(id: string) {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}

function aRun(gravest: BenchRun['gravest'], given: Partial<BenchRun> = {}): BenchRun {
  const minutesTo = { organic: 1, suspicious: null, coordinated: null };
  const none = { standing: [], rests: '', stood: [], precision: null, recall: null };
  return { seed: 1, gravest, minutesTo, ...none, ...given };
}

/** A case whose runs ended so many times at each level. */
function tallied(id: string, levels: readonly BenchRun['gravest'][], given = {}): Tallied {
  return {
    benchCase: benchCase(found(id), given),
    seeds: levels.length,
    tally: tally(
      levels.map((level, at) => aRun(level, { seed: at + 1, rests: '60 posts' })),
      ceilingOf(id),
    ),
  };
}

describe('benchCases', () => {
  it('plays covert events at every dose, and all others without one', () => {
    const cases = benchCases({ size: 2000 });
    const doses = new Set(
      cases.filter(({ scenario }) => scenario.id === 'C4').map(({ dose }) => dose),
    );

    expect(doses).toEqual(new Set([0.02, 0.05, 0.1, 0.3, 1]));
    expect(
      cases.filter(({ scenario, dose }) => scenario.label !== 'covert' && dose !== undefined),
    ).toEqual([]);
    expect(new Set(cases.map(({ scenario }) => scenario.id)).size).toBe(SCENARIOS.length);
    expect(new Set(cases.map(({ pollSeconds }) => pollSeconds))).toEqual(new Set([60, 300, 900]));
    expect(new Set(cases.map(({ earlier }) => earlier))).toEqual(new Set([0, 3, 7]));
  });

  it('plays only what is asked for', () => {
    const cases = benchCases({ size: 2000, doses: [0.3], earlier: [3, 7], polls: [60] });
    const played = cases.map(({ scenario, dose, earlier }) => `${scenario.id} ${dose} ${earlier}`);

    expect(played).toContain('O1 undefined 3');
    expect(played.filter((one) => one.startsWith('C5'))).toEqual(['C5 0.3 3', 'C5 0.3 7']);
    expect(played.filter((one) => one.startsWith('C9'))).toEqual(['C9 0.3 3']);
    expect(new Set(benchCases({ polls: [300] }).map(({ pollSeconds }) => pollSeconds))).toEqual(
      new Set([300]),
    );
  });

  it('plays the largest events on demand only', () => {
    const sizes = (long: boolean) => new Set(benchCases({ long }).map(({ posts }) => posts));

    expect(sizes(false)).toEqual(new Set([200, 2000, 20_000]));
    expect(sizes(true)).toEqual(new Set([200, 2000, 20_000, 70_000]));
  });
});

describe('chosen', () => {
  it.each`
    given                     | message
    ${{ seeds: '0' }}         | ${'--seeds requires a whole number above zero, got 0'}
    ${{ size: '2e3' }}        | ${'--size requires a whole number above zero, got 2e3'}
    ${{ scenarios: 'O3,Z9' }} | ${'got Z9'}
    ${{ doses: '.3,x' }}      | ${'--doses requires numbers with commas between them, got .3,x'}
  `('refuses $given', ({ given, message }) => {
    expect(() => chosen(given)).toThrow(message);
  });

  it('takes what is asked for', () => {
    expect(chosen({ seeds: '1000', scenarios: 'O3,C1' })).toEqual({
      seeds: 1000,
      scenarios: ['O3', 'C1'],
    });
    expect(chosen({ doses: '0.3,1', earlier: '3', polls: '60', 'no-knobs': true })).toEqual({
      doses: [0.3, 1],
      earlier: [3],
      polls: [60],
      knobs: false,
    });
    expect(chosen({ scenarios: 'open,C1' })).toEqual({
      scenarios: ['O8', 'O9', 'O10', 'O14', 'C1'],
    });
  });
});

describe('runJobs', () => {
  it('gives what one process would, in order, and says when a job is done', async () => {
    // 40,000 posts go to a process at once: four seeds of the first.
    const jobs = [
      { benchCase: benchCase(found('O3'), { posts: 10_000, pollSeconds: 900 }), seeds: 5 },
      { benchCase: benchCase(found('C7'), { posts: 500 }), seeds: 3 },
    ];
    const done: number[] = [];
    const runs = await runJobs(jobs, (job) => done.push(job));

    expect(runs).toEqual(
      jobs.map(({ benchCase: played, seeds }) =>
        Array.from({ length: seeds }, (_, at) => benchRun(played, at + 1)),
      ),
    );
    expect(done.toSorted()).toEqual([0, 1]);
  });
});

describe('benchSummary', () => {
  it('names what claims too much and what is missed, and nothing else', () => {
    const summary = benchSummary([
      tallied('O3', ['organic', 'organic', 'suspicious']),
      tallied('O6', ['organic', 'undecided']),
      tallied('O10', ['suspicious', 'suspicious']),
      tallied('C4', ['coordinated', 'suspicious'], { dose: 0.3 }),
      tallied('C5', ['suspicious'], { dose: 0.1 }),
      tallied('C8', ['coordinated'], { dose: 1 }),
      tallied('C12', ['undecided'], { dose: 1 }),
    ]);

    expect(summary.match(/^- .*/gm)?.map((line) => line.slice(0, 9))).toEqual([
      '- O3, 200',
      '- C4, 200',
    ]);
    expect(summary).toContain('above organic in 0.33');
    expect(summary).toContain('First: seed 3, 60 posts');
    expect(summary).toContain('coordinated in 0.50');
  });
});

describe('benchMix', () => {
  it('weighs the days of a month by how often they come', () => {
    const mix = benchMix([
      tallied('O1', ['organic', 'suspicious']),
      tallied('O3', ['coordinated']),
      tallied('O5', ['organic']),
      tallied('O8', ['coordinated']),
    ]);

    // 0.9, 0.015, 0.015 and 0.02 of 0.95: half of the quiet days and every goal are above their ceiling.
    expect(mix).toContain(`| ${((30 * (0.45 + 0.015)) / 0.95).toFixed(4)} |`);
    expect(mix).toContain(`| ${((30 * 0.015) / 0.95).toFixed(4)} |`);
  });
});

describe('rowOf', () => {
  it('tells a few in a thousand from none', () => {
    const levels = Array.from({ length: 1000 }, (_, at) => (at < 2 ? 'suspicious' : 'organic'));
    const row = rowOf(tallied('O3', levels as BenchRun['gravest'][]));

    expect(row).toContain('0.0020 (0.0005 to 0.0073)');
  });
});
