import { describe, expect, it } from 'vitest';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureReturningGroup } from '../../functions/signals/returning-group.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { tableAt } from '../support/a-table.ts';

const creation = { grewInWaves: false, dates: 'exact', usual: undefined } as const;
const measure = (reuse: Parameters<typeof measureReturningGroup>[1]) =>
  measureReturningGroup(table, reuse, creation, DETECTION.signals);

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

describe('measureReturningGroup', () => {
  it('sees what a group does that is thin in the crowd', () => {
    const [copies, concentration, batches] = measure({
      evidence: measured('reuse', 9, 0.2, 12),
      returning: core,
    });

    expect(copies).toMatchObject({ signal: 'returning-copies', effect: 1, accounts: 12 });
    expect(concentration).toMatchObject({
      signal: 'returning-concentration',
      accounts: 12,
      detail: { accounts: 12, posts: 48 },
    });
    expect(batches).toMatchObject({ signal: 'returning-creation', state: 'unmeasured' });
  });

  it.each`
    case                       | reuse
    ${'too little came back'}  | ${measured('reuse', 9, 0.079, 12)}
    ${'chance brings as many'} | ${measured('reuse', 3.9, 0.2, 12)}
    ${'nobody could look'}     | ${unmeasured('reuse', 'no earlier burst')}
  `('looks at nobody where $case', ({ reuse }) => {
    const found = measure({ evidence: reuse, returning: core });

    expect(found.map(({ state }) => state)).toEqual(Array(3).fill('unmeasured'));
  });

  it('looks at nobody where four came back', () => {
    const evidence = measured('reuse', 9, 0.2, 4);
    const found = measure({ evidence, returning: new Set([...core].slice(0, 4)) });

    expect(found[0]).toMatchObject({ reason: expect.stringContaining('no group') });
  });
});
