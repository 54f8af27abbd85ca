import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { normalSurprise } from '../stats/normal-surprise.ts';
import { accountsByBin } from './accounts-by-bin.ts';
import { type Jag, jagsOf } from './jags.ts';
import type { PostTable } from './post-table.ts';

export type SynchronySettings = {
  /** Width of a bin where stamps have seconds, milliseconds. */
  readonly binMs: number;
  /** Width of a bin where stamps are whole minutes, milliseconds. */
  readonly minuteBinMs: number;
  /** Whole-minute stamps: this many of the largest jags are dropped, with their neighbours. */
  readonly droppedJags: number;
  /** Bins between the first and the last below which nothing is said. */
  readonly minBins: number;
  /** An account carries the evidence if its bin stands this many standard deviations out. */
  readonly jagSpread: number;
  /** Accounts in a bin below which it is no jag. */
  readonly jagAccounts: number;
  /** Tests in this family: a chance finding in either costs both. */
  readonly members: number;
};

/** Variance of the sum of squared second differences of a Poisson count, in units of their variance squared. */
const SERIAL_VARIANCE = 2 * (1 + 2 * (4 / 9 + 1 / 36));

/**
 * Do accounts act in the same second more than the burst's own rate explains?
 *
 * Compares each bin with the mean of its two neighbours, so rises, falls and plateaus of the rate
 * cancel and no window need be chosen. The first and last bin are not tested: an onset that the
 * poll cut off is no evidence.
 *
 * @returns `effect` is the share of bin-to-bin roughness beyond chance, 0 to about 1
 */
export function measureSynchrony(table: PostTable, settings: SynchronySettings): Evidence {
  const binMs = table.minuteStamps ? settings.minuteBinMs : settings.binMs;
  const bins = accountsByBin(table, binMs);
  const span = (bins.at(-1)?.at ?? 0) - (bins[0]?.at ?? 0);
  if (span < settings.minBins) {
    return unmeasured(
      'synchrony',
      `posts span ${span + 1} of ${settings.minBins + 1} steps of ${binMs / 1000} s`,
    );
  }
  const all = jagsOf(bins);
  const jags = table.minuteStamps ? withoutLargest(all, settings.droppedJags) : all;
  const { z, effect } = roughness(jags);
  const out = jags.filter(
    (jag) =>
      jag.bin.accounts >= settings.jagAccounts &&
      jag.difference >= settings.jagSpread * Math.sqrt(jag.variance),
  );
  const score = Math.max(0, normalSurprise(z) - Math.log10(settings.members));
  return measured('synchrony', score, effect, accountsIn(table, out), {
    binSeconds: binMs / 1000,
    z,
    jaggedBins: out.length,
    posts: table.size,
    minuteStamps: table.minuteStamps ? 'yes' : 'no',
  });
}

function roughness(jags: readonly Jag[]): { z: number; effect: number } {
  let excess = 0;
  let spread = 0;
  let squares = 0;
  for (const { difference, variance, bin } of jags) {
    excess += difference ** 2 - variance;
    spread += SERIAL_VARIANCE * variance ** 2 + variance;
    squares += bin.accounts ** 2;
  }
  return {
    z: spread > 0 ? excess / Math.sqrt(spread) : 0,
    effect: squares > 0 ? Math.sqrt(Math.max(excess, 0) / (1.5 * squares)) : 0,
  };
}

/** News breaks on the minute too: the sharpest edges of the rate are set aside. */
function withoutLargest(jags: readonly Jag[], dropped: number): Jag[] {
  const largest = [...jags]
    .sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
    .slice(0, dropped)
    .map((jag) => jag.bin.at);
  return jags.filter((jag) => largest.every((at) => Math.abs(jag.bin.at - at) > 1));
}

function accountsIn(table: PostTable, jags: readonly Jag[]): number {
  const found = new Set<number>();
  for (const { bin } of jags) {
    for (let post = bin.firstPost; post < bin.endPost; post++) {
      found.add(table.accountOf[post] ?? 0);
    }
  }
  return found.size;
}
