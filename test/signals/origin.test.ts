import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../functions/model/evidence.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { authorProfiles } from '../../functions/signals/author-profiles.ts';
import { measureOrigin } from '../../functions/signals/origin.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { countSeeds, postsAt } from '../support/a-table.ts';
import { usualAuthorsOf } from '../support/usual-authors.ts';

const settings = DETECTION.signals.origin;
/** One account a language; null where none is stated. */
const speaking = (languages: readonly (string | null)[]) =>
  postsAt(
    languages.map((_, at) => at),
    (at) => ({ language: languages[at] ?? null }),
  );
const from = (places: readonly number[]) =>
  postsAt(
    places.map((_, at) => at),
    (at) => ({ language: null, place: places[at] ?? 0 }),
  );
const repeat = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
const usual = usualAuthorsOf(speaking([...repeat(180, 'ur'), ...repeat(20, 'en')]));

const measure = (posts: ReturnType<typeof speaking>, reference = usual) =>
  measureOrigin(authorProfiles(tabulate(posts)), reference, settings);

describe('measureOrigin', () => {
  it('sees a language that the usual authors do not write', () => {
    const evidence = measure(speaking([...repeat(30, 'tr'), ...repeat(30, 'ur-PK')]));

    expect(evidence).toMatchObject({
      effect: expect.closeTo(0.5, 6),
      accounts: 30,
      detail: { kind: 'language', most: 'tr', usual: 'watch', usualAccounts: 200 },
    });
    expect(isMeasured(evidence) && evidence.score).toBeGreaterThan(10);
  });

  it('sees places that do not fit, and names none', () => {
    const reference = usualAuthorsOf(from([...repeat(150, 11), ...repeat(50, 12)]), 'source');
    const evidence = measure(from([...repeat(40, 99), ...repeat(20, 11)]), reference);

    expect(evidence).toMatchObject({
      effect: expect.closeTo(2 / 3, 6),
      detail: { kind: 'place', usual: 'source' },
    });
    expect(isMeasured(evidence) && Object.keys(evidence.detail)).not.toContain('most');
  });

  it('takes draws from the usual languages for chance', () => {
    const alarms = countSeeds(400, (chance) => {
      const pick = () =>
        ['ur', 'ur', 'ur', 'en', 'hi', 'pa'][Math.floor(chance.uniform() * 6)] ?? '';
      const reference = usualAuthorsOf(speaking(Array.from({ length: 150 }, pick)));
      const evidence = measure(speaking(Array.from({ length: 60 }, pick)), reference);
      return isMeasured(evidence) && evidence.score >= 2;
    });

    // Once in a hundred by its own word: 4 expected, 13 once in ten thousand.
    expect(alarms).toBeLessThanOrEqual(13);
  });

  it('says what it lacks', () => {
    expect(measure(speaking(repeat(30, null)))).toMatchObject({
      reason: '0 of 20 accounts state a language or a place',
    });
    expect(
      measureOrigin(authorProfiles(tabulate(speaking(repeat(30, 'ur')))), undefined, settings),
    ).toMatchObject({ reason: 'the usual authors are not known yet' });
    expect(measure(speaking(repeat(30, 'ur')), usualAuthorsOf(from(repeat(300, 0))))).toMatchObject(
      {
        reason: '0 of 100 usual authors state a language or a place',
      },
    );
  });
});
