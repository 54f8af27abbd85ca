import { expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { besideLive, type Version } from '../../functions/settings/beside-live.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { SHADOW } from '../../functions/settings/shadow.ts';

/** The live version with one number changed, under a name. */
function changed(version: string): Version {
  const { thresholds } = DETECTION;
  return {
    ...DETECTION,
    thresholds: { ...thresholds, version, minPosts: thresholds.minPosts + 1 },
  };
}

it('takes a candidate under a name of its own', () => {
  expect(besideLive(DETECTION, changed('2027-01-a'))?.thresholds.version).toBe('2027-01-a');
});

it.each([
  ['a limit', changed(DETECTION.version)],
  [
    'how a signal is measured',
    {
      ...DETECTION,
      signals: {
        ...DETECTION.signals,
        deletion: { ...DETECTION.signals.deletion, usualShare: 0.04 },
      },
    },
  ],
] as const)('refuses the name of the live version for another %s', (_, candidate) => {
  expect(() => besideLive(DETECTION, candidate)).toThrow(SettingsError);
  expect(() => besideLive(DETECTION, candidate)).toThrow(/version of its own.*2026-11/);
});

it.each([0, -1, Number.NaN])('refuses a limit of %d', (effect) => {
  const candidate = changed('2027-01-a');
  const bySignal = { groups: { family: 'again', score: 4, effect, accounts: 3 } } as const;
  const thresholds = { ...candidate.thresholds, bySignal };

  expect(() => besideLive(DETECTION, { ...candidate, thresholds })).toThrow(
    /^2027-01-a requires limits above 0: one of groups/,
  );
});

it('has nothing to show where the candidate is the live version', () => {
  expect(
    besideLive(DETECTION, structuredClone({ ...DETECTION, names: { ...DETECTION.names } })),
  ).toBeNull();
});

it('runs a candidate that is not the live version', () => {
  expect(SHADOW?.thresholds.version).not.toBe(DETECTION.version);
});
