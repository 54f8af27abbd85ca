import type { Aim } from './aim.ts';
import { pooled } from './bench-changes.ts';
import { excessOf, falseAlarms, powerOf } from './measures.ts';
import type { Simulated } from './simulate-volume.ts';
import { surgeOf } from './surge.ts';
import type { Tally } from './tally.ts';
import { CALM_TRIALS, POWER_BURSTS } from './trials.ts';

/**
 * What the written start was printed with at the notice threshold: false alarms a tag-month, power of x3 and of
 * x10. Its power at x10 is what comes out here of bursts between 08:00 and midnight, not of those at any hour.
 */
const PRINTED: Readonly<Record<string, readonly [number, number, number]>> = {
  'sparse 0.05': [0.33, 0.01, 0.06],
  'low 0.5': [0.08, 0.08, 0.4],
  'medium 5': [0.2, 0.52, 0.98],
  'high 100': [0.017, 0.77, 1],
  'flat 5': [0.006, 0.89, 0.98],
  'drift 20': [2.4, 0.33, 0.89],
};

/** Half the false notices of the start, its power kept; alerts rare at any rate. */
export function simulationAims(simulated: Simulated): readonly Aim[] {
  return [...simulated].flatMap(([scenario, [deployed = [], start = []]]) => {
    const [notice, alert] = deployed;
    const [startNotice, startAlert] = start;
    const printed = PRINTED[scenario];
    if (!(notice && alert && startNotice && startAlert)) return [];
    const alarms = (name: string, tally: Tally, aim: number): Aim => ({
      name,
      figure: falseAlarms(tally, 'whole').value,
      aim,
      atMost: true,
    });
    const power = (name: string, tally: Tally, aims: (burst: string, at: number) => number) =>
      POWER_BURSTS.map((burst, at) => ({
        name: `– ${name} ${burst}`,
        figure: shareSeen(tally, burst),
        aim: aims(burst, at),
      }));
    return [
      alarms(`${scenario}: alerts a tag-month`, alert, scenario === 'drift 20' ? 0.1 : 0.05),
      alarms(
        '– notices a tag-month, half of the start here',
        notice,
        falseAlarms(startNotice, 'whole').value / 2,
      ),
      ...power('power at notice, as the start here,', notice, (burst) =>
        shareSeen(startNotice, burst),
      ),
      ...power('power at alert, as the start here,', alert, (burst) =>
        shareSeen(startAlert, burst),
      ),
      ...(printed === undefined
        ? []
        : [
            alarms('– notices a tag-month, half of those printed', notice, printed[0] / 2),
            ...power('power at notice, as printed,', notice, (_, at) => printed[at + 1] ?? 1),
          ]),
    ];
  });
}

/** Nothing is told of what nobody pushes; growth is left out, for a hashtag that grows is news. */
export function calmAims(simulated: Simulated): readonly Aim[] {
  const { surges, alone } = surgeOf(simulated, 0);
  return [
    {
      name: 'surge of the whole source: notices told',
      figure: surges + alone,
      aim: 1,
      atMost: true,
    },
    ...CALM_TRIALS.filter(({ grows }) => !grows).map(({ name }) => ({
      name: `${name}: notices in 100 beyond the usual, lower end of the interval`,
      figure: Math.max(0, excessOf(pooled(simulated, 0, 0, name)).low),
      aim: 0,
      atMost: true as const,
    })),
  ];
}

function shareSeen({ trials }: Tally, burst: string): number {
  const tally = trials[burst];
  if (tally === undefined) throw new Error(`no trial ${burst}`);
  return powerOf(tally).value;
}
