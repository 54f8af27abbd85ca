import { describe, expect, it } from 'vitest';
import { subjectsOf, type Tagged } from '../../functions/signals/subjects.ts';

const CONFERENCE: readonly Tagged[] = [
  { hashtag: 'conf26', coTags: { stats: 0.3 } },
  { hashtag: 'stats', coTags: { conf26: 0.01, ladies: 0.06 } },
  { hashtag: 'ladies' },
  { hashtag: 'goal', coTags: { cup: 0.9, stats: 0.04 } },
];

describe('subjectsOf', () => {
  it('ties hashtags that stand in the same posts, through a third too, whoever names whom', () => {
    const subjectOf = subjectsOf(CONFERENCE, 0.05);

    expect(subjectOf('conf26')).toBe(subjectOf('stats'));
    expect(subjectOf('conf26')).toBe(subjectOf('ladies'));
    expect(subjectOf('goal')).not.toBe(subjectOf('stats'));
  });

  it('does not tie through a hashtag that nobody asked about', () => {
    const both = [
      { hashtag: 'goal', coTags: { trending: 0.9 } },
      { hashtag: 'vote', coTags: { trending: 0.9 } },
    ];
    const subjectOf = subjectsOf(both, 0.05);

    expect(subjectOf('goal')).not.toBe(subjectOf('vote'));
    expect(subjectOf('trending')).toBe(-1);
  });

  it('keeps two bursts of one hashtag together', () => {
    const subjectOf = subjectsOf([{ hashtag: 'a' }, { hashtag: 'b' }, { hashtag: 'a' }], 0.05);

    expect([subjectOf('a'), subjectOf('b')]).toEqual([0, 1]);
  });
});
