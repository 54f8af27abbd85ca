import type { Sample } from '../model/burst.ts';

/** From this share on a burst's posts count as all of them: posts come late, are hidden, or go between two counts. */
const WHOLE = 0.9;

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** Whether what was judged is a part that must be told as one. */
export function isPart(sample: Sample | null): sample is Sample {
  return sample !== null && sample.kept < WHOLE * sample.counted;
}

/**
 * How many of how many posts were judged; null where it is nearly all.
 *
 * @example sampleWords({ kept: 812, counted: 2400 }) // '812 of 2,400 posts counted were kept (34 %)'
 */
export function sampleWords(sample: Sample | null): string | null {
  if (!isPart(sample)) return null;
  const { kept, counted } = sample;
  const share = (100 * kept) / counted;
  const percent = kept > 0 && share < 1 ? 'under 1' : Math.round(share);
  return `${NUMBER.format(kept)} of ${NUMBER.format(counted)} posts counted were kept (${percent} %)`;
}
