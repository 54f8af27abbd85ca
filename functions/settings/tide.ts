import type { TideSettings } from '../signals/tide.ts';

const MINUTE_MS = 60_000;

/**
 * A third of the watches within an hour, and ten at least. By chance alone that does not happen: at the
 * noisiest row of the simulation (2.4 notices a tag-month, docs/signals/burst.md) ten of thirty in one
 * hour have p < 1e-17. An hour, since a watch may be polled hourly, and a weak hashtag shows x5 late.
 */
export const TIDE: TideSettings = {
  windowMs: 60 * MINUTE_MS,
  minRose: 10,
  minShare: 1 / 3,
  /** The next poll; and two polls of five minutes, in which every watch was asked. */
  settleMs: { calm: MINUTE_MS, rising: 10 * MINUTE_MS },
  /** A burst ends after six quiet hours: nothing that surged has risen anew before. */
  quietMs: 6 * 60 * MINUTE_MS,
};
