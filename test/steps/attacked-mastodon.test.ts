import { describe, expect, it } from 'vitest';
import { type AttackForm, lifeOf55s } from '../../bench/burst-mode/attack.ts';
import { playAttack } from '../support/attacked-mastodon.ts';

const MINUTE_MS = 60_000;
const form: AttackForm = { posts: 1_014, arrivals: 'stream', life: lifeOf55s };
/** The past of a busy hashtag takes half an hour of polls to read. */
const SETTLED = { settledMs: 45 * MINUTE_MS, afterMs: 10 * MINUTE_MS };

const few = { ...form, posts: 100 };
const CASES = [
  { name: '1,014 posts beside 5', form, usual: 5, seconds: [0, 180] },
  { name: '1,014 posts beside 30', form, usual: 30, seconds: [90, 180] },
  { name: '100 posts beside 5', form: few, usual: 5, seconds: [0, 120, 180, 270] },
].flatMap(({ seconds, ...one }) => seconds.map((second) => ({ ...one, second })));

describe('an attack of half an hour on a Mastodon server, whose posts live 55 s', () => {
  it.each(CASES)(
    '$name in five minutes, $second s after a poll: is kept, and that it goes',
    async ({ second, ...of }) => {
      const phaseMs = second * 1000;
      const seen = await playAttack({ ...of, phaseMs, seed: second + 1, ...SETTLED });

      expect(seen.posts).toBeGreaterThan(0.8);
      expect(seen.deletions).toBeGreaterThan(0.9);
      expect(seen.bursts).toHaveLength(1);
      const [first, , ...others] = seen.states;
      // One look at every five minutes until a bucket is counted in which it stood for a minute.
      expect(first).toEqual({ atMs: -SETTLED.settledMs - phaseMs, state: 'active' });
      expect(seen.polls.filter((atMs) => atMs < 0)).toHaveLength(second === 0 ? 9 : 10);
      expect(seen.states[1]?.atMs).toBeLessThan(6 * MINUTE_MS);
      expect(others.every(({ state }) => state === 'bursting')).toBe(true);
      expect(Math.max(...seen.requests.map(({ requests }) => requests))).toBeLessThan(150);
    },
  );
});
