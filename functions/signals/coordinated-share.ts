import { type Evidence, isMeasured, type MeasuredEvidence } from '../model/evidence.ts';
import type { CoordinatedShare } from '../model/verdict.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';

/** How much of a campaign a signal sees, as shares of its posts. */
type Sight = {
  /** Share of ordinary posts that look the same. */
  readonly usual: number;
  /** What it sees at least, as a rule, and at most; more than 1 where it takes bystanders along. */
  readonly least: number;
  readonly rule: number;
  readonly most: number;
};

/** Signals that count posts of the campaign; the others say that there is one and not how large. */
const COUNTING = ['deletion', 'reuse', 'near-duplicate'] as const;
type Counting = (typeof COUNTING)[number];

export type CoordinatedShareSettings = {
  readonly sight: Readonly<Record<Counting, Sight>>;
  /** Two-sided quantile of the normal law for the interval wanted. */
  readonly z: number;
};

/**
 * How large the coordinated part of a burst is, as a share of its posts.
 *
 * Each signal that counts posts gives an interval: what it counted, less what ordinary people do,
 * over what it sees of a campaign. They are intersected; where they contradict each other all of
 * their range is told.
 *
 * @param standing evidence that stands
 * @returns null where nothing that stands counts posts
 */
export function coordinatedShare(
  standing: readonly Evidence[],
  { sight, z }: CoordinatedShareSettings,
): CoordinatedShare | null {
  const told = standing.filter(isMeasured).flatMap((evidence) => {
    const signal = COUNTING.find((one) => one === evidence.signal);
    return signal ? [shareBy(evidence, sight[signal], z, signal)] : [];
  });
  const [narrowest] = told.toSorted((one, other) => one.high - one.low - (other.high - other.low));
  if (narrowest === undefined) return null;
  const low = Math.max(...told.map((one) => one.low));
  const high = Math.min(...told.map((one) => one.high));
  const range =
    low <= high
      ? { low, high }
      : {
          low: Math.min(...told.map((one) => one.low)),
          high: Math.max(...told.map((one) => one.high)),
        };
  return { ...range, likely: Math.min(range.high, Math.max(range.low, narrowest.likely)) };
}

function shareBy(
  evidence: MeasuredEvidence,
  { usual, least, rule, most }: Sight,
  z: number,
  signal: Counting,
): CoordinatedShare {
  const [hits, trials] = countOf(evidence, signal);
  const { low, high } = wilsonInterval(hits, Math.max(1, trials), z);
  const beyond = (share: number) => Math.max(0, (share - usual) / (1 - usual));
  return {
    low: Math.min(1, beyond(low) / most),
    likely: Math.min(1, beyond(hits / Math.max(1, trials)) / rule),
    high: Math.min(1, high / least),
  };
}

/** Posts that speak, and posts that were looked at. */
function countOf({ detail }: MeasuredEvidence, signal: Counting): readonly [number, number] {
  const of = (key: string) => Number(detail[key] ?? 0);
  if (signal === 'deletion') return [of('gone'), of('posts')];
  if (signal === 'reuse') return [of('returningPosts'), of('comparedPosts')];
  return [of('copies'), of('originals')];
}
