import { describe, expect, it } from 'vitest';
import { subjectsOf, type Tagged } from '../../functions/signals/subjects.ts';

const CONFERENCE: readonly Tagged[] = [
  { hashtag: 'conf26', coTags: { stats: 0.3 } },
  { hashtag: 'stats', coTags: { conf26: 0.01, ladies: 0.06 } },
  { hashtag: 'ladies' },
  { hashtag: 'goal', coTags: { cup: 0.9, stats: 0.04 } },
];

const settings = { relatedShare: 0.05, commonShare: 0.3 };

describe('subjectsOf', () => {
  it('ties hashtags that stand in the same posts, through a third too, whoever names whom', () => {
    const subjectOf = subjectsOf(CONFERENCE, settings);

    expect(subjectOf('conf26')).toBe(subjectOf('stats'));
    expect(subjectOf('conf26')).toBe(subjectOf('ladies'));
    expect(subjectOf('goal')).not.toBe(subjectOf('stats'));
  });

  it.each`
    share   | tied
    ${0.29} | ${false}
    ${0.3}  | ${true}
  `('ties through a third in $share of the posts of both: $tied', ({ share, tied }) => {
    const both = [
      { hashtag: 'hall', coTags: { summit: share } },
      { hashtag: 'keynote', coTags: { summit: 0.9 } },
    ];
    const subjectOf = subjectsOf(both, settings);

    expect(subjectOf('hall') === subjectOf('keynote')).toBe(tied);
    expect(subjectOf('summit')).toBe(-1);
  });

  it('keeps two bursts of one hashtag together', () => {
    const subjectOf = subjectsOf([{ hashtag: 'a' }, { hashtag: 'b' }, { hashtag: 'a' }], settings);

    expect([subjectOf('a'), subjectOf('b')]).toEqual([0, 1]);
  });
});
