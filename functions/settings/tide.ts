import type { TideSettings } from '../signals/tide.ts';

const MINUTE_MS = 60_000;

/**
 * A third of a source's watches within two hours, and ten at least. By chance that does not happen: at the
 * noisiest row of the simulation (3.5 rises a tag-month) a watch rises in two hours with p = .01, ten of
 * thirty with p < 1e-12. docs/adr/0017-surges.md has the rows that the numbers were chosen on.
 */
export const TIDE: TideSettings = {
  /** x5 shows within 15 min in hashtags of 100 posts a poll, and after two hours in 70 % of those of one in two polls. */
  windowMs: 120 * MINUTE_MS,
  minRose: 10,
  minShare: { rising: 0.1, surge: 1 / 3 },
  /** The next minute; and as long as x5 takes to lift a third of hashtags of every size. */
  settleMs: { calm: MINUTE_MS, rising: 30 * MINUTE_MS },
  /** A burst ends after six quiet hours: nothing that surged has risen anew before. */
  quietMs: 6 * 60 * MINUTE_MS,
};
