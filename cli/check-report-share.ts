import type { Verdict } from '../functions/model/verdict.ts';

/** Share of a burst that is coordinated, 0 to 1: the likeliest, and the ends of its 90 % interval. */
export type CoordinatedShare = {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
};

/** @returns undefined where the verdict makes no estimate */
export function shareOf(
  verdict: Verdict & { readonly share?: CoordinatedShare | null },
): CoordinatedShare | undefined {
  return verdict.share ?? undefined;
}

/** @example shareWords({ low: 0.6, likely: 0.8, high: 0.95 }) // 'about 80 % (60 to 95 %)' */
export function shareWords({ low, likely, high }: CoordinatedShare): string {
  return `about ${percent(likely)} % (${percent(low)} to ${percent(high)} %)`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
