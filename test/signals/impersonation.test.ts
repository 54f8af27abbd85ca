import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../functions/model/evidence.ts';
import type { NameClass } from '../../functions/model/post.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { authorProfiles } from '../../functions/signals/author-profiles.ts';
import { measureImpersonation } from '../../functions/signals/impersonation.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { countSeeds, postsAt } from '../support/a-table.ts';
import { usualAuthorsOf } from '../support/usual-authors.ts';

const settings = DETECTION.signals.impersonation;
const named = (names: readonly NameClass[]) =>
  postsAt(
    names.map((_, at) => at),
    (at) => (names[at] ? { names: names[at] } : {}),
  );
const repeat = (count: number, one: NameClass) => Array.from({ length: count }, () => one);
const usual = usualAuthorsOf(named([...repeat(196, 'plain'), ...repeat(2, 'stock')]));
const measure = (posts: ReturnType<typeof named>, reference: typeof usual | undefined = usual) =>
  measureImpersonation(authorProfiles(tabulate(posts)), reference, settings);

describe('measureImpersonation', () => {
  it('sees more newsroom names than the usual authors have', () => {
    const evidence = measure(named([...repeat(12, 'newsroom'), ...repeat(48, 'plain')]));

    expect(evidence).toMatchObject({
      effect: 0.2,
      accounts: 12,
      detail: { kind: 'newsroom', newsroom: 12, stock: 0, usual: 'watch', usualPercent: 0.5 },
    });
    expect(isMeasured(evidence) && evidence.score).toBeGreaterThan(10);
  });

  it('takes a stated share where the usual one is not known, and says so', () => {
    const posts = named([...repeat(12, 'stock'), ...repeat(48, 'plain')]);

    for (const reference of [undefined, usualAuthorsOf(postsAt([0, 1]))]) {
      expect(
        measureImpersonation(authorProfiles(tabulate(posts)), reference, settings),
      ).toMatchObject({
        score: expect.closeTo(0, 1),
        detail: { kind: 'stock', usual: 'stated', usualPercent: 20 },
      });
    }
  });

  it('weighs each account once', () => {
    const posts = named(repeat(60, 'newsroom')).map((post, at) => ({
      ...post,
      account: `a${at % 25}`,
    }));

    expect(measure(posts)).toMatchObject({ accounts: 25, detail: { accounts: 25 } });
  });

  it('takes draws from the usual names for chance', () => {
    const alarms = countSeeds(400, (chance) => {
      const pick = (): NameClass => (chance.uniform() < 0.15 ? 'stock' : 'plain');
      const reference = usualAuthorsOf(named(Array.from({ length: 400 }, pick)));
      const evidence = measure(named(Array.from({ length: 40 }, pick)), reference);
      return isMeasured(evidence) && evidence.score >= 4;
    });

    expect(alarms).toBe(0);
  });

  it('says that a source gives no names', () => {
    expect(measure(postsAt(Array.from({ length: 30 }, (_, at) => at)))).toEqual({
      signal: 'impersonation',
      state: 'unmeasured',
      reason: '0 of 20 names known',
    });
  });

  it('is shown and never counted, as is origin', () => {
    expect(Object.keys(DETECTION.thresholds.bySignal)).not.toContain('impersonation');
    expect(Object.keys(DETECTION.thresholds.bySignal)).not.toContain('origin');
  });
});
