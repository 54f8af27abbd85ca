import { describe, expect, it } from 'vitest';
import {
  asEarlier,
  type BenchBurst,
  earlierThan,
  ordinaryWindows,
  setsNamed,
  trollFarmDays,
  turkishAttacks,
} from '../../../bench/verdicts/bursts.ts';
import { judgeBurst, prefixSizes } from '../../../bench/verdicts/judge-burst.ts';
import { hasCorpus } from '../../../bench/verdicts/read-corpus.ts';
import type { Verdict } from '../../../functions/model/verdict.ts';
import { DETECTION } from '../../../functions/settings/detection.ts';

if (!hasCorpus()) {
  console.info('skipped: the evaluation data is not beside the repository (see TURFWATCH_DATA)');
}

const shareOf = (verdicts: readonly Verdict[], level: Verdict['level']) =>
  verdicts.filter((one) => one.level === level).length / verdicts.length;

function judgeAll(bursts: readonly BenchBurst[]) {
  const all = bursts.map(asEarlier);
  return {
    known: bursts.map((one) => judgeBurst(one.posts, earlierThan(one, all), [], DETECTION, one)),
    withoutReuse: bursts.map((one) => judgeBurst(one.posts, null)),
  };
}

describe.skipIf(!hasCorpus())('the open sets', { timeout: 240_000 }, () => {
  it('finds the Turkish attacks', async () => {
    const { known, withoutReuse } = judgeAll(await turkishAttacks('tr-attacks-2022a'));

    expect(known).toHaveLength(61);
    expect(shareOf(known, 'coordinated')).toBeGreaterThan(0.88);
    expect(shareOf(known, 'organic')).toBe(0);
    expect(shareOf(withoutReuse, 'coordinated')).toBeGreaterThan(0.65);
  });

  it('finds the days of the troll farm', async () => {
    const { known, withoutReuse } = judgeAll(await trollFarmDays('ira-a'));

    expect(shareOf(known, 'coordinated')).toBeGreaterThan(0.88);
    expect(shareOf(withoutReuse, 'coordinated')).toBeGreaterThan(0.78);
  });

  it.each(hasCorpus() ? setsNamed('organic-', 'news-', 'sport-') : ['-'])(
    'never calls a window of %s coordinated, however far it has grown',
    async (set) => {
      const windows = await ordinaryWindows(set);
      const history = windows.filter((one) => one.cut === '24 h').map(asEarlier);
      let judged = 0;
      for (const window of windows) {
        const earlier = earlierThan(window, history);
        for (const size of prefixSizes(window.posts.length)) {
          const posts = window.posts.slice(0, size);
          const { level } = judgeBurst(posts, earlier, [], DETECTION, window);
          expect(level).not.toBe('coordinated');
          judged += 1;
        }
      }

      expect(judged).toBeGreaterThan(10);
    },
  );
});
