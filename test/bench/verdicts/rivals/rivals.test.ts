import { describe, expect, it } from 'vitest';
import { medianYouth, youngShare } from '../../../../bench/verdicts/rivals/account-age.ts';
import { botScore, botShare } from '../../../../bench/verdicts/rivals/bot-score.ts';
import { coPostingShare } from '../../../../bench/verdicts/rivals/co-posting.ts';
import { copiedShare } from '../../../../bench/verdicts/rivals/copied-share.ts';
import type { Post } from '../../../../functions/model/post.ts';
import { markText } from '../../../../functions/signals/text-mark.ts';
import { aPost as anyPost } from '../../../support/a-post.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;
const LINE = 'the harvest festival begins today at noon';
/** Known of it is what a test says. */
const aPost = (given: Partial<Post>) =>
  anyPost(1, { accountCreatedMs: null, text: null, followersBucket: null, ...given });
const said = (id: string, account: string, second: number, text: string, repost = false) =>
  aPost({ id, account, createdMs: second * SECOND_MS, text: markText(text, 1), repost });

describe('account age', () => {
  const aged = (days: readonly number[]) =>
    days.map((day, at) =>
      aPost({ id: `p${at}`, account: `a${at}`, createdMs: 0, accountCreatedMs: -day * DAY_MS }),
    );
  const ages = [...Array(5).fill(30), ...Array(15).fill(1000)];

  it('tells the share under 90 days and the median', () => {
    expect(youngShare(aged(ages))).toBe(0.25);
    expect(medianYouth(aged(ages))).toBe(-1000);
  });

  it('counts an account once', () => {
    expect(youngShare([...aged(ages), ...aged([30, 30])])).toBe(0.25);
  });

  it('finds nothing below 20 dates', () => {
    expect(youngShare(aged(ages.slice(0, 19)))).toBe(0);
    expect(medianYouth(aged(ages.slice(0, 19)))).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('exact co-posting', () => {
  it('links accounts that say the same within 60 s', () => {
    const posts = [said('1', 'a', 0, LINE), said('2', 'b', 60, LINE), said('3', 'c', 30, 'no')];

    expect(coPostingShare(posts, 1)).toBeCloseTo(2 / 3, 12);
  });

  it('does not link them after 61 s, nor an account with itself', () => {
    expect(coPostingShare([said('1', 'a', 0, LINE), said('2', 'b', 61, LINE)], 1)).toBe(0);
    expect(coPostingShare([said('1', 'a', 0, LINE), said('2', 'a', 1, LINE)], 1)).toBe(0);
  });

  it('asks for two times where told to', () => {
    const once = [said('1', 'a', 0, LINE), said('2', 'b', 10, LINE)];
    const again = [said('3', 'a', 500, 'good night'), said('4', 'b', 520, 'good night')];

    expect(coPostingShare(once, 2)).toBe(0);
    expect(coPostingShare([...once, ...again], 2)).toBe(1);
  });

  it('sees reposts, which the authors count too, and no posts without text', () => {
    const reposts = [said('1', 'a', 0, LINE, true), said('2', 'b', 10, LINE, true)];
    const silent = [aPost({ id: '1', account: 'a' }), aPost({ id: '2', account: 'b' })];

    expect(coPostingShare(reposts, 1)).toBe(1);
    expect(coPostingShare(silent, 1)).toBe(0);
  });
});

describe('share of copied text', () => {
  it('counts originals that another account posted too', () => {
    const posts = [
      said('1', 'a', 0, LINE),
      said('2', 'b', 9000, LINE),
      said('3', 'c', 0, 'something else that nobody has said before'),
      said('4', 'd', 0, 'and here comes one more of its own'),
    ];

    expect(copiedShare(posts)).toBe(0.5);
  });

  it('leaves out reposts, short texts and who repeats only himself', () => {
    const posts = [
      said('1', 'a', 0, LINE, true),
      said('2', 'b', 0, LINE, true),
      said('3', 'a', 0, 'good day'),
      said('4', 'b', 0, 'good day'),
      said('5', 'c', 0, LINE),
      said('6', 'c', 0, LINE),
    ];

    expect(copiedShare(posts)).toBe(0);
  });
});

describe('bot-score stand-in', () => {
  it('is a third for an account of that day that posts once and repeats nothing', () => {
    const newborn = [aPost({ id: '1', createdMs: 0, accountCreatedMs: 0 })];

    expect(botScore(newborn)).toBeCloseTo(1 / 3, 12);
  });

  it('names the young and busy that repeat themselves, not the old that post once', () => {
    const busy = Array.from({ length: 20 }, (_, at) => ({
      ...said(`b${at}`, 'busy', at, LINE),
      accountCreatedMs: -DAY_MS,
    }));
    const old = [aPost({ id: 'o', account: 'old', accountCreatedMs: -3000 * DAY_MS })];

    expect(botScore(busy)).toBeGreaterThan(0.9);
    expect(botScore(old)).toBeLessThan(0.01);
    expect(botShare([...busy, ...old])).toBe(0.5);
  });
});
