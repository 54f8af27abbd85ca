import { describe, expect, it } from 'vitest';
import { ordinaryWindows, turkishAttacks } from '../../bench/verdicts/bursts.ts';
import { judgeBurst } from '../../bench/verdicts/judge-burst.ts';
import { hasCorpus } from '../../bench/verdicts/read-corpus.ts';
import type { Post } from '../../functions/model/post.ts';
import { DETECTION } from '../../functions/settings/detection.ts';

if (!hasCorpus()) {
  console.info('skipped: the evaluation data is not beside the repository (see TURFWATCH_DATA)');
}

const QUIET_MS = 60_000;

/** Whether volleys and the shape of the pulse stand, with the minute after the last post known. */
function timing(posts: readonly Post[]) {
  const nowMs = (posts.at(-1)?.createdMs ?? 0) + QUIET_MS;
  const { citing } = judgeBurst(posts, null, [], DETECTION, undefined, nowMs);
  return { volleys: citing.includes('volleys'), shape: citing.includes('pulse-shape') };
}

describe.skipIf(!hasCorpus())('timing of attacks', () => {
  it('sees volleys in four of ten attacks, and as early', { timeout: 60_000 }, async () => {
    const attacks = await turkishAttacks('tr-attacks-2022a');
    const whole = attacks.filter(({ posts }) => timing(posts).volleys);
    const early = attacks.filter(({ posts }) => timing(posts.slice(0, 100)).volleys);

    expect(whole.length / attacks.length).toBeGreaterThan(0.4);
    expect(early.length / attacks.length).toBeGreaterThan(0.4);
  });

  it('sees a flat wave in six of ten', { timeout: 60_000 }, async () => {
    const attacks = await turkishAttacks('tr-attacks-2022a');
    const flat = attacks.filter(({ posts }) => timing(posts).shape);

    expect(flat.length / attacks.length).toBeGreaterThan(0.6);
  });

  it('sees neither in an hour of breaking news or of a conference', {
    timeout: 60_000,
  }, async () => {
    const hours = [
      ...(await ordinaryWindows('news-cbo2017')),
      ...(await ordinaryWindows('organic-nicar17')),
    ].filter(({ cut }) => cut === '1 h');

    expect(hours.length).toBeGreaterThan(20);
    for (const { posts } of hours) {
      expect(timing(posts)).toEqual({ volleys: false, shape: false });
    }
  });
});
