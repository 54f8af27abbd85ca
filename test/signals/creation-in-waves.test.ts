import { describe, expect, it } from 'vitest';
import type { Chance } from '../../bench/simulator/chance.ts';
import { isMeasured } from '../../functions/model/evidence.ts';
import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { authorTally } from '../../functions/signals/author-tally.ts';
import { clusteringInWaves } from '../../functions/signals/creation-in-waves.ts';
import { countSeeds } from '../support/a-table.ts';

const settings = DETECTION.signals.creation;
const threshold = DETECTION.thresholds.bySignal['creation-clustering'] ?? {
  ...{ score: 4, effect: 0.08, accounts: 12 },
};
const FIRST_DAY = 17_000;
const TODAY = 20_400;

/** Sign-ups a day: a slow rise, and waves that begin in a day and halve every two days. */
const WAVES = [
  { day: 19_292, height: 60 },
  { day: 19_313, height: 80 },
  { day: 19_680, height: 40 },
  { day: 20_030, height: 30 },
] as const;
const LATEST = { day: TODAY - 20, height: 60 } as const;
type Wave = { readonly day: number; readonly height: number };

const ALL_WAVES: readonly Wave[] = [...WAVES, LATEST];

function signUpsOn(day: number): number {
  const rise = 1 + (day - FIRST_DAY) / 2000;
  const crowds = ALL_WAVES.filter((wave) => day >= wave.day).map(
    (wave) => wave.height * 0.5 ** ((day - wave.day) / 2),
  );
  return crowds.reduce((sum, one) => sum + one, rise);
}

/** Cumulative sign-ups from the first day on. */
const CURVE: number[] = [];
for (let day = FIRST_DAY; day < TODAY; day += 1) CURVE.push((CURVE.at(-1) ?? 0) + signUpsOn(day));

/** Days on which accounts were made, drawn from the curve between two days. */
function drawn(chance: Chance, count: number, from = FIRST_DAY, to = TODAY): number[] {
  const before = CURVE[from - FIRST_DAY - 1] ?? 0;
  const whole = (CURVE[to - FIRST_DAY - 1] ?? 0) - before;
  return Array.from({ length: count }, () => {
    const wanted = before + chance.uniform() * whole;
    return FIRST_DAY + CURVE.findIndex((sum) => sum >= wanted);
  });
}

function usualOf(days: readonly number[]): UsualAuthors {
  const tally = authorTally();
  for (const day of days) tally.createdDays.set(day, (tally.createdDays.get(day) ?? 0) + 1);
  return { ...tally, accounts: days.length, of: 'source' };
}

function stands(days: readonly number[], usual: UsualAuthors): boolean {
  const evidence = clusteringInWaves(days, usual, settings.waves);
  return (
    isMeasured(evidence) &&
    evidence.score >= threshold.score &&
    evidence.effect >= threshold.effect &&
    evidence.accounts >= threshold.accounts
  );
}

describe('clusteringInWaves', () => {
  it.each`
    crowd                                                | usual  | size   | from           | usualUntil
    ${'everybody'}                                       | ${400} | ${200} | ${FIRST_DAY}   | ${TODAY}
    ${'everybody, with few usual authors known'}         | ${100} | ${500} | ${FIRST_DAY}   | ${TODAY}
    ${'newcomers of a wave'}                             | ${400} | ${200} | ${TODAY - 120} | ${TODAY}
    ${'newcomers of a wave that no usual author was in'} | ${400} | ${200} | ${TODAY - 120} | ${TODAY - 25}
    ${'newcomers of this very wave'}                     | ${200} | ${300} | ${LATEST.day}  | ${TODAY - 25}
    ${'those who came in an old wave'}                   | ${150} | ${150} | ${19_285}      | ${TODAY}
  `('takes no batch from $crowd', ({ usual, size, from, usualUntil }) => {
    const alarms = countSeeds(300, (chance) => {
      const reference = usualOf(drawn(chance, usual, FIRST_DAY, usualUntil));
      return stands(drawn(chance, size, from), reference);
    });

    expect(alarms).toBe(0);
  });

  it.each`
    crowd                    | size   | from           | batchDay
    ${'newcomers of a wave'} | ${200} | ${TODAY - 120} | ${TODAY - 13}
    ${'everybody'}           | ${200} | ${FIRST_DAY}   | ${19_313}
    ${'everybody, idle day'} | ${400} | ${FIRST_DAY}   | ${18_200}
  `('sees 60 accounts of one day inside $crowd', ({ size, from, batchDay }) => {
    const seen = countSeeds(100, (chance) => {
      const reference = usualOf(drawn(chance, 400));
      const batch = Array.from({ length: 60 }, () => Number(batchDay));
      return stands([...drawn(chance, size, from), ...batch], reference);
    });

    expect(seen).toBeGreaterThanOrEqual(99);
  });

  it('asks for enough usual authors', () => {
    expect(clusteringInWaves([1, 1, 1], usualOf([1, 2, 3]), settings.waves)).toMatchObject({
      reason: '3 of 100 account dates of usual authors known, in a network that grew in waves',
    });
  });
});
