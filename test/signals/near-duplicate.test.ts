import { describe, expect, it } from 'vitest';
import type { Post } from '../../functions/model/post.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { measureNearDuplicate } from '../../functions/signals/near-duplicate.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import { eligibleOriginals, textGroups } from '../../functions/signals/text-groups.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { postsAt } from '../support/a-table.ts';

const { textGroups: grouping, nearDuplicate: settings } = DETECTION.signals;
const SET_TEXT = 'the old bridge must stay open for every market day of the year';

function measure(posts: readonly Post[]) {
  const table = tabulate(posts);
  const originals = eligibleOriginals(table, grouping.minWords);
  return measureNearDuplicate(table, originals, textGroups(table, originals, grouping), settings);
}

const posts = (
  texts: readonly (string | null)[],
  more: (at: number) => Partial<Post> = () => ({}),
) =>
  postsAt(
    texts.map((_, at) => at * 1000),
    (at) => ({ text: texts[at] == null ? null : markText(texts[at], 1), ...more(at) }),
  );
const own = (at: number) =>
  Array.from({ length: 8 }, (_, word) => `word${at * 8 + word}`).join(' ');
const ordinary = Array.from({ length: 60 }, (_, at) => own(at));
const repeated = (text: string, times: number) => Array.from({ length: times }, () => text);

describe('measureNearDuplicate', () => {
  it('counts copies and who wrote them', () => {
    const evidence = measure(posts([...ordinary, ...repeated(SET_TEXT, 20)]));

    expect(evidence).toMatchObject({
      effect: 20 / 80,
      accounts: 20,
      detail: { originals: 80, copies: 20, texts: 1, largest: 20, authors: 80, linkedCopies: 0 },
    });
    // 20 of 80 authors where 1.6 are expected: C(80,20) 0.02^20 0.98^60 = 10^-16.0.
    expect(evidence).toMatchObject({ score: expect.closeTo(15.95, 0) });
  });

  it('sees through small edits', () => {
    const edited = Array.from(
      { length: 20 },
      (_, at) => `${SET_TEXT} ${['now', 'please', 'all'][at % 3]}`,
    );

    expect(measure(posts([...ordinary, ...edited]))).toMatchObject({ accounts: 20 });
  });

  it.each`
    what                          | texts
    ${'texts of their own'}       | ${ordinary}
    ${'short cheers'}             | ${[...ordinary, ...repeated('goal goal what a goal', 30)]}
    ${'a headline with its link'} | ${[...ordinary, ...repeated(`${SET_TEXT} https://example.org/a`, 30)]}
    ${'quotations'}               | ${[...ordinary, ...repeated(`RT @anna: ${SET_TEXT}`, 30)]}
    ${'two who agree'}            | ${[...ordinary, ...repeated(SET_TEXT, 2)]}
  `('takes $what for no evidence', ({ texts }) => {
    expect(measure(posts(texts))).toMatchObject({
      state: 'measured',
      score: 0,
      effect: 0,
      accounts: 0,
    });
  });

  it('takes reposts for no evidence', () => {
    const texts = [...ordinary, ...repeated(SET_TEXT, 30)];

    expect(measure(posts(texts, (at) => ({ repost: at >= 60 })))).toMatchObject({ effect: 0 });
  });

  it('needs three accounts, however often one repeats itself', () => {
    const texts = [...ordinary, ...repeated(SET_TEXT, 30)];

    expect(
      measure(posts(texts, (at) => (at >= 60 ? { account: `a${at % 2}` } : {}))),
    ).toMatchObject({
      accounts: 0,
    });
  });

  it('says when too few texts are known', () => {
    expect(measure(posts([...ordinary.slice(0, 19), null, null]))).toEqual({
      signal: 'near-duplicate',
      state: 'unmeasured',
      reason: '19 of 20 original texts of five words or more known',
    });
  });
});
