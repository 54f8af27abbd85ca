import { describe, expect, it } from 'vitest';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { LookBack } from '../../functions/signals/look-back.ts';
import {
  measureReturningGroup,
  returningGroup,
  whoCameBack,
} from '../../functions/signals/returning-group.ts';
import { eligibleOriginals, textGroups } from '../../functions/signals/text-groups.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { tableAt } from '../support/a-table.ts';

const settings = DETECTION.signals;
const creation = { grewInWaves: false, dates: 'exact', usual: undefined } as const;

/** Twelve accounts post the same line four times each, among two hundred who write their own. */
const table = tableAt(
  Array.from({ length: 248 }, (_, at) => at * 1000),
  (at) =>
    at < 48
      ? { account: `core${at % 12}`, text: markText('we all want the bridge built this year', 1) }
      : { account: `crowd${at}`, text: markText(`words of my own ${at} and more ${at * 7}`, 1) },
);
const core = new Set(
  [...table.accounts.keys()].filter((number) => table.accounts[number]?.startsWith('core')),
);
const past: LookBack = {
  comparable: [...table.accounts.keys()],
  subjectsOf: (account) => new Set(core.has(account) ? [1, 2, 3] : account === 40 ? [1] : []),
  subjects: 3,
  bursts: 3,
  setAside: 0,
};
const stands = { evidence: measured('reuse', 9, 0.2, 12), returning: core };
const quiet = { evidence: measured('reuse', 1, 0.01, 2), returning: core };
const noCopiers = unmeasured('copier-return', 'nobody copies');
const whoOf = (
  reuse: typeof stands,
  copierReturn = noCopiers as Parameters<typeof whoCameBack>[2],
) => whoCameBack(past, reuse, copierReturn, settings.returningGroup);

describe('whoCameBack', () => {
  it('is those whose return stands', () => {
    expect(whoOf(stands)).toEqual(core);
    expect(whoOf({ ...stands, evidence: measured('reuse', 9, 0.06, 12) })).toEqual(core);
  });

  it('is everybody seen before where only those who copy stand out', () => {
    expect(whoOf(quiet, measured('copier-return', 6, 0.2, 8))).toEqual(new Set([...core, 40]));
  });

  it.each`
    case                       | evidence
    ${'too little came back'}  | ${measured('reuse', 9, 0.059, 12)}
    ${'too few came back'}     | ${measured('reuse', 9, 0.13, 9)}
    ${'hardly anybody did'}    | ${measured('reuse', 9, 0.9, 4)}
    ${'chance brings as many'} | ${measured('reuse', 3.9, 0.2, 12)}
    ${'nobody could look'}     | ${unmeasured('reuse', 'no earlier burst')}
  `('is nobody where $case', ({ evidence }) => {
    expect(whoOf({ evidence, returning: core })).toEqual(new Set());
  });
});

describe('measureReturningGroup', () => {
  const originals = eligibleOriginals(table, settings.textGroups.minWords);
  const texts = textGroups(table, originals, settings.textGroups);
  const measure = (returning: ReadonlySet<number>) =>
    measureReturningGroup(table, returning, { originals, texts }, creation, settings);

  it('sees what a group does that is thin in the crowd', () => {
    const [copies, concentration, batches] = measure(core);

    expect(copies).toMatchObject({ signal: 'returning-copies', effect: 1, accounts: 12 });
    expect(concentration).toMatchObject({
      signal: 'returning-concentration',
      accounts: 12,
      detail: { accounts: 12, posts: 48 },
    });
    expect(batches).toMatchObject({ signal: 'returning-creation', state: 'unmeasured' });
  });

  it('counts a copy of what anybody else wrote', () => {
    const six = new Set([...core].slice(0, 6));

    expect(measure(six)[0]).toMatchObject({ effect: 1, accounts: 6 });
  });

  it('says that nobody came back', () => {
    expect(measure(new Set()).map(({ state }) => state)).toEqual(Array(3).fill('unmeasured'));
  });
});

describe('returningGroup', () => {
  it('names those who came back, and from how many subjects each did at least', () => {
    expect(returningGroup(table, core, past)).toEqual([
      expect.objectContaining({ posts: 48, cameBackFrom: 3, meetings: [] }),
    ]);
    expect(returningGroup(table, core, past)[0]?.accounts).toHaveLength(12);
    expect(returningGroup(table, new Set(), past)).toEqual([]);
  });
});
