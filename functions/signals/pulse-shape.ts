import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { audienceLikelihood } from './audience-pulses.ts';
import { firstTimes } from './first-times.ts';
import { type FlatWave, flatWave, scatterAbout } from './flat-wave.ts';
import type { PostTable } from './post-table.ts';

export type PulseShapeSettings = {
  /** Accounts below which nothing is said. */
  readonly minAccounts: number;
  /** Half of the accounts must first post within this, milliseconds: half a wave at most. */
  readonly maxHalfMs: number;
  /** Finest bin where stamps have seconds and where they are whole minutes, milliseconds. */
  readonly binMs: number;
  readonly minuteBinMs: number;
  /** Bins that half of the accounts are spread over at most. */
  readonly halfBins: number;
  /** Bins of a wave at least. */
  readonly minBins: number;
  /** What is looked at before and after that half, in lengths of it. */
  readonly sides: number;
  /** Quiet after the wave without which it may not be over, in lengths of the wave. */
  readonly quietAfter: number;
  /** Tests in this family: a chance finding in any costs all. */
  readonly members: number;
};

/** Counted accounts, a bin; how wide a bin is. */
type Pulse = { readonly counts: readonly number[]; readonly binMs: number };

/**
 * Is the wave flat between hard edges, where the answer of an audience would rise and decay?
 *
 * Compares the likeliest flat wave with the likeliest pulse of an audience, one post an account, its
 * first. Each stretch tried costs: were there an audience, a mean over all of them exceeds its
 * likelihood x-fold with a chance of 1 in x at most. Posts that scatter more than independent ones
 * count for less.
 *
 * @param nowMs posts are known up to here
 * @returns `effect` is the share of accounts in the wave, times how far the rate lies below it outside
 */
export function measurePulseShape(
  table: PostTable,
  nowMs: number,
  settings: PulseShapeSettings,
): Evidence {
  const times = firstTimes(table);
  if (times.length < settings.minAccounts) {
    return unmeasured('pulse-shape', `${times.length} of ${settings.minAccounts} accounts`);
  }
  const pulse = pulseOf(times, table.minuteStamps, nowMs, settings);
  if (pulse === undefined) {
    return unmeasured('pulse-shape', 'no wave holds half of the accounts');
  }
  const wave = flatWave(pulse.counts, settings.minBins);
  if (wave === undefined || quietAfter(pulse, wave) < settings.quietAfter) {
    return unmeasured('pulse-shape', 'the wave may not be over yet');
  }
  return compared(pulse, wave, times.length, settings);
}

/** In lengths of the wave. */
function quietAfter({ counts }: Pulse, { from, to }: FlatWave): number {
  return (counts.length - to) / (to - from);
}

function compared(
  { counts, binMs }: Pulse,
  wave: FlatWave,
  accounts: number,
  { members }: PulseShapeSettings,
): Evidence {
  const scatter = scatterAbout(counts, wave);
  const cost = Math.log10(wave.tried) + Math.log10(members);
  // Where an audience brings the score to 0, a better one would change nothing.
  const enough = wave.logLikelihood - cost * scatter * Math.LN10;
  const ratio = (wave.logLikelihood - audienceLikelihood(counts, wave, enough)) / Math.LN10;
  const bins = wave.to - wave.from;
  const counted = counts.reduce((sum, count) => sum + count, 0);
  const inside = wave.posts / bins;
  const outside = (counted - wave.posts) / (counts.length - bins);
  return measured(
    'pulse-shape',
    Math.max(0, ratio / scatter - cost),
    (wave.posts / accounts) * (1 - outside / inside),
    wave.posts,
    {
      binSeconds: binMs / 1000,
      seconds: (bins * binMs) / 1000,
      ratio,
      scatter,
      perMinute: (inside * 60_000) / binMs,
      outsidePerMinute: (outside * 60_000) / binMs,
      of: accounts,
    },
  );
}

/** The counts around the shortest time that holds half of the accounts; undefined where that is too long. */
function pulseOf(
  times: Float64Array,
  minuteStamps: boolean,
  nowMs: number,
  { maxHalfMs, binMs, minuteBinMs, halfBins, sides }: PulseShapeSettings,
): Pulse | undefined {
  const [startMs, halfMs] = shortestHalf(times);
  if (halfMs > maxHalfMs) return undefined;
  const finest = minuteStamps ? minuteBinMs : binMs;
  const width = finest * Math.max(1, Math.ceil(halfMs / halfBins / finest));
  const aroundMs = sides * Math.max(halfMs, width);
  // The first bin is cut off by the data, the last by the poll.
  const first = Math.max(
    Math.floor((times[0] ?? 0) / width) + 1,
    Math.floor((startMs - aroundMs) / width),
  );
  const end = Math.floor(Math.min(nowMs, startMs + halfMs + aroundMs) / width);
  if (end <= first) return undefined;
  const counts = new Array<number>(end - first).fill(0);
  for (const time of times) {
    const bin = Math.floor(time / width) - first;
    if (bin >= 0 && bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { counts, binMs: width };
}

/** Start and length of the shortest time within which half of the accounts first posted. */
function shortestHalf(times: Float64Array): readonly [number, number] {
  const half = Math.floor(times.length / 2);
  let best: readonly [number, number] = [0, Number.POSITIVE_INFINITY];
  for (let at = 0; at + half < times.length; at++) {
    const startMs = times[at] ?? 0;
    const lengthMs = (times[at + half] ?? 0) - startMs;
    if (lengthMs < best[1]) best = [startMs, lengthMs];
  }
  return best;
}
