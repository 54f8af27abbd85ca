import { isMeasured, type MeasuredEvidence, type SignalName } from '../model/evidence.ts';
import type { Family, Verdict } from '../model/verdict.ts';
import { DECIDER, FAMILY_NAME, FAMILY_OF, INNOCENT } from './family-words.ts';
import { reasonOf } from './reason-words.ts';

/** Findings more likely by chance than once in ten thousand are no reason. */
const MIN_SCORE = 4;

/** Why families that agree were not enough. */
const NOT_PUSHED =
  "the volume never rose far above the hashtag's own past: nothing is being pushed up, so that no more than suspicion is said";

/** The verdict in a line. */
export function headlineOf(verdict: Verdict): string {
  switch (verdict.level) {
    case 'coordinated':
      return `Coordinated: ${findingOf(verdict)}`;
    case 'suspicious':
      return `Suspicious: ${findingOf(verdict)}`;
    case 'organic':
      return `Nothing stands out: ${findingOf(verdict)}`;
    case 'undecided':
      return `Undecided: ${findingOf(verdict)}`;
  }
}

/** What was found, for a place where the level already stands. */
export function findingOf(verdict: Verdict): string {
  const families = listed(verdict.standing.map((family) => FAMILY_NAME[family]));
  switch (verdict.level) {
    case 'coordinated':
      return families;
    case 'suspicious':
      return isFlat(verdict)
        ? `${families}, but no rise in volume: nothing is being pushed up`
        : `${families}, and nothing else that agrees`;
    case 'organic':
      return 'consistent with people who act on their own';
    case 'undecided':
      return verdict.undecidedBecause ?? 'not enough was measured';
  }
}

/**
 * What speaks for the verdict, strongest first, in plain words with numbers to check. One reason a
 * family, its strongest that stands: the members of a family see the same act.
 */
export function reasonsOf(verdict: Verdict): string[] {
  if (verdict.undecidedBecause !== null) return [verdict.undecidedBecause];
  const found = verdict.evidence.filter(isMeasured);
  const speaking = verdict.standing.flatMap((family) => strongestOf(family, found, verdict.citing));
  if (speaking.length > 0) {
    return [...speaking.sort(byScore).map(reasonOf), ...(isFlat(verdict) ? [NOT_PUSHED] : [])];
  }
  const looked = found.filter((one) => FAMILY_OF[one.signal] !== undefined).length;
  return [
    `${looked} of ${Object.keys(FAMILY_OF).length} signals could be measured; none stands out`,
  ];
}

/** The innocent reading, and what would decide between it and the other. */
export function alternativeOf(verdict: Verdict): string {
  if (verdict.level === 'undecided') {
    return 'It may be organic or not: more posts, texts or account dates would decide.';
  }
  if (verdict.standing.length === 0) {
    return 'A campaign of real people with texts of their own would look the same. Accounts that come back under unrelated hashtags would decide.';
  }
  const innocent = verdict.standing.map((family) => INNOCENT[family]);
  const deciders = verdict.standing.map((family) => DECIDER[family]);
  return `It could also be ${innocent.join('; with ')}. What would decide: ${deciders.join('; ')}.`;
}

/** Families agree, and yet it is only suspicious: the volume was looked at and did not rise. */
function isFlat({ level, citing }: Verdict): boolean {
  return level === 'suspicious' && citing.includes('burst');
}

/** What a finding could also be, and what somebody could look at to tell. */
export type Alternative = {
  readonly seen: string;
  readonly innocent: string;
  readonly decider: string;
};

/** The innocent reading of each family that stands, for a place with room for all of them. */
export function alternativesOf(verdict: Verdict): readonly Alternative[] {
  return verdict.standing.map((family) => ({
    seen: FAMILY_NAME[family],
    innocent: INNOCENT[family],
    decider: DECIDER[family],
  }));
}

/** Cited before uncited, since those do not stand; then by score. */
function strongestOf(
  family: Family,
  found: readonly MeasuredEvidence[],
  citing: readonly SignalName[],
): readonly MeasuredEvidence[] {
  const members = found.filter(
    ({ signal, score }) => FAMILY_OF[signal] === family && score >= MIN_SCORE,
  );
  const cited = members.filter(({ signal }) => citing.includes(signal));
  return (cited.length > 0 ? cited : members).toSorted(byScore).slice(0, 1);
}

function byScore(one: MeasuredEvidence, other: MeasuredEvidence): number {
  return other.score - one.score;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
