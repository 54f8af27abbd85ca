import { describe, expect, it } from 'vitest';
import { judgeBurst } from '../../../bench/verdicts/judge-burst.ts';
import { chosenOn, LIMITS, weighAgain, withLimits } from '../../../bench/verdicts/rotation.ts';
import { measured } from '../../../functions/model/evidence.ts';
import { DETECTION } from '../../../functions/settings/detection.ts';
import { aPost } from '../../support/a-post.ts';
import { aVerdict } from '../../support/a-verdict.ts';

const { thresholds } = DETECTION;
const at = (scale: number, added: number) => withLimits(thresholds, { scale, added });

describe('weighing again', () => {
  it('changes nothing with the limits of before', () => {
    const posts = Array.from({ length: 120 }, (_, number) =>
      aPost(number, { account: `a${number % 30}`, deletedMs: Date.UTC(2026, 0, 6, 12, 3) }),
    );
    const verdict = judgeBurst(posts, null);

    expect(verdict.standing.length).toBeGreaterThan(0);
    expect(weighAgain(verdict, thresholds)).toEqual(verdict);
  });

  it('lets evidence fall when effects are asked threefold or scores 2 more', () => {
    const limit = thresholds.bySignal['near-duplicate'];
    const verdict = aVerdict({
      evidence: [measured('near-duplicate', 5, 1.5 * (limit?.effect ?? 0), 400)],
    });

    expect(weighAgain(verdict, at(1, 0)).standing).toEqual(['text']);
    expect(weighAgain(verdict, at(3, 0)).standing).toEqual([]);
    expect(weighAgain(verdict, at(1, 2)).standing).toEqual([]);
  });
});

describe('the choice of limits', () => {
  const peakAt = (place: number) => LIMITS.map((_, here) => (here === place ? 1 : 0));

  it('is the best mean of the families given', () => {
    expect(chosenOn([peakAt(7)])).toBe(7);
    expect(chosenOn([peakAt(7), peakAt(3), peakAt(7)])).toBe(7);
  });

  it('is the nearest to the stated limits of equals, a point being nothing', () => {
    expect(LIMITS[chosenOn([LIMITS.map(() => 1)])]).toEqual({ scale: 1, added: 0 });
    const lax = LIMITS.map(({ scale }) => (scale <= 0.5 ? 1 : 0.98));
    expect(LIMITS[chosenOn([lax])]).toEqual({ scale: 0.5, added: 0 });
    expect(LIMITS[chosenOn([lax.map((one) => one - 0.5 + 0.489)])]).toEqual({
      scale: 0.5,
      added: 0,
    });
  });
});
