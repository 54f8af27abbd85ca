import { pick } from '../simulator/draw/pick.ts';
import { type AttackForm, lifeOf55s } from './attack.ts';
import { measuredLives } from './measured-lives.ts';
import type { Trial } from './trial.ts';

export type Case = Pick<Trial, 'form' | 'usual' | 'intervalMinutes' | 'source' | 'differs'> & {
  readonly name: string;
};

/** Accounts of a Turkish attack in the median, and the fewest that make one (measured). */
const MEDIAN = 1_014;
const FEWEST = 100;

const STREAM: AttackForm = { posts: MEDIAN, arrivals: 'stream', life: lifeOf55s };
const WAVES: AttackForm = { ...STREAM, arrivals: 'waves' };

/** Looks cost nothing on Mastodon and Bluesky; on X each is paid for, and posts are looked for by age alone. */
const FREE = { source: 'mastodon', intervalMinutes: 5, usual: 5 } as const;
const PAID = {
  source: 'x',
  differs: { priceUsd: { countRequest: 0.005, post: 0.005, author: 0.01 } },
} as const;

export async function burstModeCases(): Promise<readonly Case[]> {
  const lives = await measuredLives();
  return [
    { ...FREE, name: '1,014 posts in five minutes, each lives 55 s', form: STREAM },
    { ...FREE, ...PAID, name: 'the same on X: one look a minute', form: STREAM },
    { ...FREE, name: '1,014 beside 30 ordinary ones', form: STREAM, usual: 30 },
    { ...FREE, name: '100 beside 5 ordinary ones', form: { ...STREAM, posts: FEWEST } },
    ...(lives === undefined
      ? []
      : [
          {
            ...FREE,
            name: '1,014, lives as those of Turkish attacks',
            form: { ...STREAM, life: (chance) => pick(chance, lives) } satisfies AttackForm,
          },
        ]),
    { ...FREE, name: 'six waves of 43 s', form: WAVES },
    { ...FREE, name: 'six waves, watched every minute', form: WAVES, intervalMinutes: 1 },
  ];
}
