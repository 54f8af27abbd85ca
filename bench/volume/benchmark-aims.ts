import { quantile } from '../verdicts/quantile.ts';
import type { Aim } from './aim.ts';
import type { Jitter } from './bench-jitter.ts';
import type { NabScores } from './bench-nab.ts';
import { OURS } from './contenders.ts';
import { NAB_PROFILES } from './nab-score.ts';

const SCORES = [86, 79, 90];
const JITTERED = 82;
const NANOSECONDS = 2000;
const STATE_BYTES = 400;

/** On the labelled series; no figure where they are absent. */
export function benchmarkAims(nab: NabScores | null, jitter: Jitter | null): readonly Aim[] {
  const results = nab?.get(OURS[0]?.name ?? '');
  return [
    ...NAB_PROFILES.map(({ name }, at) => ({
      name: `NAB ${name}, notice`,
      figure: results?.[at]?.score ?? null,
      aim: SCORES[at] ?? 0,
    })),
    {
      name: 'NAB standard, settings shaken by a quarter, median',
      figure: jitter === null ? null : quantile(jitter.jittered, 0.5),
      aim: JITTERED,
    },
    {
      name: '– a tenth of posts dropped, median',
      figure: jitter === null ? null : quantile(jitter.thinned, 0.5),
      aim: JITTERED,
    },
  ];
}

export function costAims(nanoseconds: ReadonlyMap<string, number>): readonly Aim[] {
  const [deployed] = OURS;
  const time = nanoseconds.get(deployed?.name ?? '') ?? null;
  return [
    {
      // In half microseconds, so that results compare.
      name: 'nanoseconds a poll, rounded up to 500',
      figure: time === null ? null : 500 * Math.ceil(time / 500),
      aim: NANOSECONDS,
      atMost: true,
    },
    { name: 'state bytes', figure: deployed?.stateBytes ?? null, aim: STATE_BYTES, atMost: true },
  ];
}
