import { describe, expect, it } from 'vitest';
import { coTagTally } from '../../functions/signals/co-tags.ts';

describe('coTagTally', () => {
  it('tells the share of posts that carry another hashtag, each way for itself', () => {
    const tally = coTagTally();
    tally.add(['conf26', 'stats']);
    for (const _ of Array(3)) tally.add(['stats']);

    expect(tally.sharesOf('conf26')).toEqual({ stats: 1 });
    expect(tally.sharesOf('stats')).toEqual({ conf26: 0.25 });
    expect(tally.sharesOf('unknown')).toEqual({});
  });

  it('lets rare company go', () => {
    const tally = coTagTally();
    tally.add(['stats', 'cat']);
    for (const _ of Array(200)) tally.add(['stats']);

    expect(tally.sharesOf('stats')).toEqual({});
  });
});
