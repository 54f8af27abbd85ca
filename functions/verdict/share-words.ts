import type { CoordinatedShare } from '../model/verdict.ts';

/**
 * How large the coordinated part is, as a reader takes it in: the ends are those of a 90 % interval.
 *
 * @param ofPart whether only a part of the posts could be judged
 * @example shareWords({ low: 0.2, likely: 0.3, high: 0.45 }) // 'about 30 % of its posts, 20 to 45 %'
 */
export function shareWords({ low, likely, high }: CoordinatedShare, ofPart = false): string {
  const about = `about ${percent(likely)} % of ${ofPart ? 'the posts kept' : 'its posts'}`;
  return percent(low) === percent(high) ? about : `${about}, ${percent(low)} to ${percent(high)} %`;
}

function percent(share: number): number {
  return Math.round(100 * share);
}
