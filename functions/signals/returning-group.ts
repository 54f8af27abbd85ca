import { type Evidence, isMeasured, type SignalName, unmeasured } from '../model/evidence.ts';
import { type ConcentrationSettings, measureConcentration } from './concentration.ts';
import type { CoordinatedGroup } from './coordinated-groups.ts';
import {
  type CreationContext,
  type CreationSettings,
  measureCreationClustering,
} from './creation-clustering.ts';
import { measureNearDuplicate, type NearDuplicateSettings } from './near-duplicate.ts';
import type { PostTable } from './post-table.ts';
import { postsOfAccounts } from './posts-of-accounts.ts';
import type { Reuse } from './reuse.ts';
import { eligibleOriginals, type TextGroupSettings, textGroups } from './text-groups.ts';

export type ReturningGroupSettings = {
  /** What the return itself must reach before the accounts that came back are looked at. */
  readonly minScore: number;
  readonly minEffect: number;
  readonly minAccounts: number;
};

type Settings = {
  readonly returningGroup: ReturningGroupSettings;
  readonly textGroups: TextGroupSettings;
  readonly nearDuplicate: NearDuplicateSettings;
  readonly concentration: ConcentrationSettings;
  readonly creation: CreationSettings;
};

/**
 * The accounts that came back as a group with a name to each, once they are more than a community
 * explains.
 */
export function returningGroup(
  table: PostTable,
  reuse: Reuse,
  settings: ReturningGroupSettings,
): readonly CoordinatedGroup[] {
  if (!cameBack(reuse, settings) || !isMeasured(reuse.evidence)) return [];
  const { minSubjects = 0, returningPosts = 0 } = reuse.evidence.detail;
  return [
    {
      accounts: Array.from(reuse.returning, (number) => table.accounts[number] ?? '').sort(),
      posts: Number(returningPosts),
      meetings: [],
      textMeetings: 0,
      timeMeetings: 0,
      cameBackFrom: Number(minSubjects),
    },
  ];
}

/**
 * What the accounts that came back do, asked of their posts alone: a campaign that rides in a crowd
 * is thin in the whole and plain in itself. Regulars of a community come back too, but they write
 * their own words, once or twice each, and joined at different times.
 *
 * @returns copies, heavy posting and creation batches among them, in this order
 */
export function measureReturningGroup(
  table: PostTable,
  reuse: Reuse,
  creation: CreationContext,
  settings: Settings,
): readonly Evidence[] {
  if (!cameBack(reuse, settings.returningGroup)) {
    const reason = 'no group of accounts came back from unrelated hashtags';
    return RETURNING.map((signal) => unmeasured(signal, reason));
  }
  const group = postsOfAccounts(table, reuse.returning);
  const originals = eligibleOriginals(group, settings.textGroups.minWords);
  const texts = textGroups(group, originals, settings.textGroups);
  const found = [
    measureNearDuplicate(group, originals, texts, settings.nearDuplicate),
    measureConcentration(group, settings.concentration),
    measureCreationClustering(group, creation, settings.creation),
  ];
  return RETURNING.map((signal, at) => ({ ...(found[at] as Evidence), signal }));
}

const RETURNING = [
  'returning-copies',
  'returning-concentration',
  'returning-creation',
] as const satisfies readonly SignalName[];

function cameBack({ evidence, returning }: Reuse, settings: ReturningGroupSettings): boolean {
  return (
    isMeasured(evidence) &&
    evidence.score >= settings.minScore &&
    evidence.effect >= settings.minEffect &&
    returning.size >= settings.minAccounts
  );
}
