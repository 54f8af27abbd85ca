import { type Evidence, isMeasured, type SignalName, unmeasured } from '../model/evidence.ts';
import { type ConcentrationSettings, measureConcentration } from './concentration.ts';
import type { CoordinatedGroup } from './coordinated-groups.ts';
import {
  type CreationContext,
  type CreationSettings,
  measureCreationClustering,
} from './creation-clustering.ts';
import type { LookBack, UnknownPast } from './look-back.ts';
import { measureNearDuplicate, type NearDuplicateSettings } from './near-duplicate.ts';
import type { PostTable } from './post-table.ts';
import { postsOfAccounts } from './posts-of-accounts.ts';
import type { Reuse } from './reuse.ts';
import type { TextGroup } from './text-groups.ts';

/** What a return must reach before the accounts that came back are looked at. */
type ReturnNeed = {
  readonly score: number;
  readonly effect: number;
  readonly accounts: number;
};

export type ReturningGroupSettings = {
  /** More came back than a community explains: any of these will do; */
  readonly reuse: readonly ReturnNeed[];
  /** or those who copy came back more than the others here. */
  readonly copierReturn: readonly ReturnNeed[];
};

/** Comparable originals of a burst, and the groups of nearly equal texts among them. */
export type ComparedTexts = {
  readonly originals: Int32Array;
  readonly texts: readonly TextGroup[];
};

const NONE: ReadonlySet<number> = new Set();

type Settings = {
  readonly nearDuplicate: NearDuplicateSettings;
  readonly concentration: ConcentrationSettings;
  readonly creation: CreationSettings;
};

/**
 * The accounts that came back, once they did so more than chance explains: from as many unrelated
 * subjects as tells most, or, where only those who copy stand out, from any.
 *
 * @returns numbers of accounts in the table; empty where no return stands out
 */
export function whoCameBack(
  past: LookBack | UnknownPast,
  reuse: Reuse,
  copierReturn: Evidence,
  settings: ReturningGroupSettings,
): ReadonlySet<number> {
  if (suffices(reuse.evidence, settings.reuse)) return reuse.returning;
  if ('unknown' in past || !suffices(copierReturn, settings.copierReturn)) return new Set();
  return new Set(past.comparable.filter((account) => past.subjectsOf(account).size > 0));
}

function suffices(evidence: Evidence, needs: readonly ReturnNeed[]): boolean {
  return needs.some(
    ({ score, effect, accounts }) =>
      isMeasured(evidence) &&
      evidence.score >= score &&
      evidence.effect >= effect &&
      evidence.accounts >= accounts,
  );
}

/** The accounts that came back as a group with a name to each; none where nobody did. */
export function returningGroup(
  table: PostTable,
  returning: ReadonlySet<number>,
  past: LookBack | UnknownPast,
): readonly CoordinatedGroup[] {
  if (returning.size === 0 || 'unknown' in past) return [];
  const numbers = [...returning];
  return [
    {
      accounts: numbers.map((number) => table.accounts[number] ?? '').sort(),
      posts: numbers.reduce((sum, number) => sum + (table.postsBy[number] ?? 0), 0),
      meetings: [],
      textMeetings: 0,
      timeMeetings: 0,
      cameBackFrom: Math.min(...numbers.map((number) => past.subjectsOf(number).size)),
    },
  ];
}

/**
 * What the accounts that came back do, asked of their posts alone: a campaign that rides in a crowd
 * is thin in the whole and plain in itself. Regulars of a community come back too, but they write
 * their own words, once or twice each, and joined at different times.
 *
 * @param returning numbers of accounts in the table
 * @param compared texts of the whole burst: what they copy may be anybody's
 * @returns copies, heavy posting and creation batches among them, in this order
 */
export function measureReturningGroup(
  table: PostTable,
  returning: ReadonlySet<number>,
  { originals, texts }: ComparedTexts,
  creation: CreationContext,
  settings: Settings,
): readonly Evidence[] {
  if (returning.size === 0) {
    const reason = 'no group of accounts came back from unrelated hashtags';
    return RETURNING.map((signal) => unmeasured(signal, reason));
  }
  const group = postsOfAccounts(table, returning);
  const isTheirs = (at: number) => returning.has(table.accountOf[at] ?? -1);
  const found = [
    measureNearDuplicate(
      table,
      originals.filter(isTheirs),
      texts.map((text) => ({ ...text, posts: text.posts.filter(isTheirs) })),
      settings.nearDuplicate,
    ),
    measureConcentration(group, NONE, settings.concentration),
    measureCreationClustering(group, creation, settings.creation),
  ];
  return RETURNING.map((signal, at) => ({ ...(found[at] as Evidence), signal }));
}

const RETURNING = [
  'returning-copies',
  'returning-concentration',
  'returning-creation',
] as const satisfies readonly SignalName[];
