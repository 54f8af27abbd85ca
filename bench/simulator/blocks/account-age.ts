import type { Chance } from '../chance.ts';
import { drawBeta } from '../draw/beta.ts';
import { signUpMs, WAVE_NETWORKS } from './sign-up-curve.ts';

/** First post on the platform, 2006-03-21. */
export const X_FOUNDED_MS = Date.UTC(2006, 2, 21);

/**
 * Age of an account as a share of the platform's: Beta(a, b). `active` people of conferences,
 * communities and news; `public`, a mass audience.
 *
 * @source ages in open sets of 2018 to 2020: median 1,910 to 2,570 days, under 30 days 0.5 to 5.3 %
 */
const AGE_LAWS = {
  active: { a: 1.1, b: 1.6 },
  public: { a: 0.8, b: 1.2 },
} as const;
export type AgeLaw = keyof typeof AGE_LAWS;

/** Networks whose account dates follow laws of their own. */
export const NETWORKS = ['x', ...WAVE_NETWORKS] as const;
export type Network = (typeof NETWORKS)[number];

/**
 * When an ordinary account was made, epoch milliseconds, before `atMs`. On X its age follows a
 * smooth law; elsewhere everybody came in waves, whatever the hashtag.
 */
export function accountCreatedMs(
  chance: Chance,
  atMs: number,
  law: AgeLaw,
  network: Network = 'x',
): number {
  if (network !== 'x') return signUpMs(chance, network, atMs);
  const { a, b } = AGE_LAWS[law];
  return Math.floor(atMs - (atMs - X_FOUNDED_MS) * drawBeta(chance, a, b));
}
