import { describe, expect, it } from 'vitest';
import { type AttackForm, lifeOf55s } from '../../../bench/burst-mode/attack.ts';
import { tryBurstMode, trySteady } from '../../../bench/burst-mode/trial.ts';

const form: AttackForm = { posts: 300, arrivals: 'stream', life: lifeOf55s };
const FREE = { form, usual: 5, intervalMinutes: 5, source: 'mastodon' } as const;
const PAID = {
  ...FREE,
  source: 'x',
  differs: { priceUsd: { countRequest: 0.005, post: 0.005, author: 0.01 } },
} as const;

/** Seconds from a poll of the steady watch to the beginning of the attack: the worst, and others. */
const PHASES = [0, 90, 180, 270];

const share = (part: number, whole: number) => part / whole;

describe('half an hour of an attack whose posts live 55 s', () => {
  it.each(PHASES)(
    'that begins %i s after a poll: four fifths are seen at the least, and that they go',
    async (seconds) => {
      const trial = { ...FREE, phaseMs: seconds * 1000, seed: seconds + 1 };
      const seen = await tryBurstMode(trial);
      const steady = trySteady(trial);

      expect(share(seen.posts, seen.attack)).toBeGreaterThan(0.8);
      expect(seen.vanished).toBe(seen.posts);
      expect(share(seen.deletions, seen.vanished)).toBeGreaterThan(0.9);
      expect(share(steady.posts, steady.attack)).toBeLessThan(0.34);
    },
  );

  it('is seen on a paid source too, by one look a minute', async () => {
    const all = await Promise.all(
      PHASES.map((seconds) => tryBurstMode({ ...PAID, phaseMs: seconds * 1000, seed: 1 })),
    );
    const sum = (of: 'attack' | 'posts' | 'deletions') =>
      all.reduce((total, one) => total + one[of], 0);

    expect(share(sum('posts'), sum('attack'))).toBeGreaterThan(0.8);
    expect(share(sum('deletions'), sum('posts'))).toBeGreaterThan(0.9);
  });
});
