import type { Verdict } from '../../functions/model/verdict.ts';

/** How large a verdict says the coordinated minority is: share of posts, ends of a 90 % interval. */
type ShareEstimate = { readonly low: number; readonly likely: number; readonly high: number };

/**
 * How often the estimated share held the true one.
 *
 * @returns nulls where no verdict estimates it
 */
export function shareCoverage(
  outcomes: readonly { readonly verdict: Verdict; readonly share: number }[],
): { readonly covered: number | null; readonly width: number | null } {
  const told = outcomes.flatMap(({ verdict, share: truth }) => {
    const { share } = verdict as Verdict & { readonly share?: ShareEstimate | null };
    return share ? [{ ...share, truth }] : [];
  });
  if (told.length === 0) return { covered: null, width: null };
  const held = told.filter(({ low, high, truth }) => low <= truth && truth <= high).length;
  const width = told.reduce((sum, { low, high }) => sum + high - low, 0) / told.length;
  return { covered: held / told.length, width };
}
