import { expect, it } from 'vitest';
import { signalBars } from '../../../cli/html/signal-bars.ts';
import { measured } from '../../../functions/model/evidence.ts';
import { DETECTION } from '../../../functions/settings/detection.ts';
import { aVerdict } from '../../support/a-verdict.ts';

const found = Object.entries(DETECTION.thresholds.bySignal).find(([, { orFewer }]) => orFewer);

it('says that a signal stands also where fewer accounts show it the more clearly', () => {
  if (found?.[1].orFewer === undefined) throw new Error('no signal has a second way to stand');
  const { score, orFewer } = found[1];
  const bars = (accounts: number) =>
    signalBars(
      aVerdict({
        evidence: [measured(found[0] as 'near-duplicate', score, orFewer.effect, accounts)],
      }),
    ).markup;

  expect(bars(orFewer.accounts)).toContain('<strong>stands</strong>');
  expect(bars(orFewer.accounts - 1)).toContain('does not stand');
});
