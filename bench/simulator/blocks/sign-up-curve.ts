import type { Chance } from '../chance.ts';

export const WAVE_NETWORKS = ['bluesky', 'mastodon'] as const;
export type WaveNetwork = (typeof WAVE_NETWORKS)[number];

const DAY_MS = 86_400_000;

/** From this day on so many accounts that are still active were made a day. */
type Stretch = { readonly from: string; readonly aDay: number };

/**
 * Figures of SIMULATOR.md 2 are given as they are (S); what lies between is our estimate (E),
 * drawn so that the ten busiest days of Bluesky hold about a quarter of its accounts.
 *
 * @source news.livedoor.com/article/detail/27118039, socialsamosa.com/news-2, bluefacts.app
 *   (Bluesky); absolutelymaybe.plos.org, 2022-12-05 (Mastodon), all second hand
 */
const CURVES: Readonly<Record<WaveNetwork, readonly Stretch[]>> = {
  bluesky: [
    { from: '2023-02-17', aDay: 8800 }, // E, by invitation
    { from: '2024-02-06', aDay: 100_000 }, // E, the doors open
    { from: '2024-02-16', aDay: 6500 }, // S, 26,000 in 96 h
    { from: '2024-08-30', aDay: 527_500 }, // S, X is shut off in Brazil: 2.11 million in 96 h
    { from: '2024-09-03', aDay: 85_000 }, // E
    { from: '2024-11-07', aDay: 250_000 }, // E
    { from: '2024-11-13', aDay: 1_100_000 }, // S, over a million in one day
    { from: '2024-11-20', aDay: 130_000 }, // E
    { from: '2024-12-20', aDay: 60_000 }, // E
    { from: '2025-03-01', aDay: 24_000 }, // S, mid-2025
  ],
  mastodon: [
    { from: '2016-10-05', aDay: 150 }, // E
    { from: '2022-04-25', aDay: 2500 }, // E, X changes hands, first news of it
    { from: '2022-05-10', aDay: 500 }, // E
    { from: '2022-10-28', aDay: 60_000 }, // S, with the next: 2.5 million active after the wave
    { from: '2022-11-21', aDay: 22_000 }, // S
    { from: '2022-12-24', aDay: 3000 }, // E
    { from: '2023-07-01', aDay: 15_000 }, // E, X limits reading
    { from: '2023-07-10', aDay: 1200 }, // E
  ],
};

/**
 * When an account of a network was made that took in whole crowds within days, epoch
 * milliseconds, before `atMs`. Mastodon tells the day only: its dates are cut to midnight.
 *
 * @param atMs later than the network's first week
 */
export function signUpMs(chance: Chance, network: WaveNetwork, atMs: number): number {
  const stretches = stretchesUntil(network, atMs);
  const total = stretches.reduce((sum, { accounts }) => sum + accounts, 0);
  let place = chance.uniform() * total;
  for (const { fromMs, toMs, accounts } of stretches) {
    if (place >= accounts) {
      place -= accounts;
      continue;
    }
    const createdMs = fromMs + ((toMs - fromMs) * place) / accounts;
    return network === 'mastodon' ? midnight(createdMs) : Math.floor(createdMs);
  }
  // Rounding can leave the last account over.
  return midnight(atMs) - DAY_MS;
}

function stretchesUntil(network: WaveNetwork, atMs: number) {
  const curve = CURVES[network];
  return curve.flatMap(({ from, aDay }, at) => {
    const fromMs = Date.parse(from);
    const next = curve[at + 1];
    const toMs = Math.min(atMs, next === undefined ? atMs : Date.parse(next.from));
    return toMs > fromMs ? [{ fromMs, toMs, accounts: (aDay * (toMs - fromMs)) / DAY_MS }] : [];
  });
}

function midnight(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}
