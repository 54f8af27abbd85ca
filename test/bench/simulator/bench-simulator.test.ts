import { describe, expect, it } from 'vitest';
import { benchCase } from '../../../bench/simulator/bench-cases.ts';
import { benchRun } from '../../../bench/simulator/bench-run.ts';
import { SCENARIOS } from '../../../bench/simulator/scenarios/all.ts';
import { wilsonInterval } from '../../../functions/stats/wilson-interval.ts';

function found(id: string) {
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}

describe('wilsonInterval', () => {
  it.each`
    hits  | trials | low       | high
    ${0}  | ${10}  | ${0}      | ${0.2775}
    ${5}  | ${10}  | ${0.2366} | ${0.7634}
    ${81} | ${263} | ${0.2553} | ${0.3662}
  `('$hits of $trials', ({ hits, trials, low, high }) => {
    // 81 of 263: Newcombe (1998), Stat. Med. 17, table I, method 3; the others by hand.
    expect(wilsonInterval(hits, trials).low).toBeCloseTo(low, 4);
    expect(wilsonInterval(hits, trials).high).toBeCloseTo(high, 4);
  });
});

describe('benchRun', () => {
  it('never takes a goal for coordination', () => {
    const levels = [1, 2, 3].map((seed) => benchRun(benchCase(found('O3')), seed).gravest);

    expect(levels).not.toContain('coordinated');
  });

  it('sees an ephemeral attack by polls of one minute', () => {
    const runs = [1, 2, 3].map((seed) => benchRun(benchCase(found('C1')), seed));

    expect(runs.every(({ gravest }) => gravest !== 'organic' && gravest !== 'undecided')).toBe(
      true,
    );
  });
});
