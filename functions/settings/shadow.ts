import { besideLive, type Version } from './beside-live.ts';
import { DETECTION } from './detection.ts';

const { thresholds } = DETECTION;

/**
 * The candidate that judges every burst beside the live version and is told to nobody; null for none.
 * docs/runbook.md tells how it is promoted.
 *
 * `2026-11-c` asks what two looser limits would add: copies from a tenth of the original texts on, and
 * returns from one post in twenty beyond what a community explains. Both see smaller minorities in a
 * crowd. On the open families 3 of 175 troll-farm days more are coordinated, and 3 of 623 organic
 * windows more suspicious (`npm run bench -- --only shadow`).
 */
export const SHADOW: Version | null = besideLive(DETECTION, {
  ...DETECTION,
  thresholds: {
    ...thresholds,
    version: '2026-11-c',
    bySignal: {
      ...thresholds.bySignal,
      'near-duplicate': {
        family: 'text',
        score: 4,
        effect: 0.1,
        accounts: 12,
        orFewer: { score: 4, effect: 0.3, accounts: 8 },
      },
      reuse: {
        family: 'again',
        score: 6,
        effect: 0.03,
        accounts: 10,
        orFewer: { score: 4, effect: 0.14, accounts: 5 },
      },
    },
  },
});
