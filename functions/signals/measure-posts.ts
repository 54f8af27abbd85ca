import { type Evidence, type SignalName, unmeasured } from '../model/evidence.ts';
import { type AccountAgeSettings, type AgeHistogram, measureAccountAge } from './account-age.ts';
import { type ConcentrationSettings, measureConcentration } from './concentration.ts';
import {
  type CoordinatedGroup,
  coordinatedGroups,
  type GroupSettings,
} from './coordinated-groups.ts';
import { type CreationSettings, measureCreationClustering } from './creation-clustering.ts';
import { type DeletionSettings, measureDeletion } from './deletion.ts';
import { measureGroups } from './groups.ts';
import { measureNearDuplicate, type NearDuplicateSettings } from './near-duplicate.ts';
import type { PostTable } from './post-table.ts';
import type { EarlierBurst } from './return-history.ts';
import { measureReuse, type ReuseSettings } from './reuse.ts';
import { measureSharpEnd, type SharpEndSettings } from './sharp-end.ts';
import { measureSynchrony, type SynchronySettings } from './synchrony.ts';
import { eligibleOriginals, type TextGroupSettings, textGroups } from './text-groups.ts';

export type { CoordinatedGroup };

export type SignalSettings = {
  readonly synchrony: SynchronySettings;
  readonly sharpEnd: SharpEndSettings;
  readonly textGroups: TextGroupSettings;
  readonly nearDuplicate: NearDuplicateSettings;
  readonly concentration: ConcentrationSettings;
  readonly creation: CreationSettings;
  readonly accountAge: AccountAgeSettings;
  readonly deletion: DeletionSettings;
  readonly groups: GroupSettings;
  readonly reuse: ReuseSettings;
};

/** What is known beside the posts. */
export type MeasureContext = {
  /** Posts are known up to here, epoch milliseconds. */
  readonly nowMs: number;
  /** Vanished posts were looked for. */
  readonly deletionWatched: boolean;
  /** Deletion times are known apart from posting times; else the two are one family. */
  readonly deletionTimesKnown: boolean;
  /** Earlier bursts of other hashtags; null when none are known. */
  readonly earlier: readonly EarlierBurst[] | null;
  /** The network took in whole crowds within days (migration waves): creation dates cluster by themselves there. */
  readonly grewInWaves?: boolean;
  /** Ages of this watch's usual authors. */
  readonly usualAges?: AgeHistogram;
  /** What the volume detector found. */
  readonly burst?: Evidence;
  /** Signals left out on request, to see what a verdict rests on. */
  readonly without?: readonly SignalName[];
};

export type Measured = {
  /** One for each signal, in the order of SIGNALS. */
  readonly evidence: readonly Evidence[];
  /** Accounts that kept meeting, the largest group first. */
  readonly groups: readonly CoordinatedGroup[];
};

/** Puts every signal's question to the posts of one burst. Linear in posts. */
export function measurePosts(
  table: PostTable,
  context: MeasureContext,
  settings: SignalSettings,
): Measured {
  const originals = eligibleOriginals(table, settings.textGroups.minWords);
  const texts = textGroups(table, originals, settings.textGroups);
  const found = coordinatedGroups(table, texts, settings.groups);
  const evidence = [
    context.burst ?? unmeasured('burst', 'the volume before these posts is not known'),
    measureSynchrony(table, settings.synchrony),
    measureSharpEnd(table, context.nowMs, settings.sharpEnd),
    measureNearDuplicate(table, originals, texts, settings.nearDuplicate),
    measureConcentration(table, settings.concentration),
    measureCreationClustering(table, context.grewInWaves ?? false, settings.creation),
    measureAccountAge(table, context.usualAges, settings.accountAge),
    measureDeletion(table, context.deletionWatched, context.nowMs, settings.deletion),
    measureGroups(table, found),
    measureReuse(table, context.earlier, settings.reuse),
  ];
  const left = new Set(context.without ?? []);
  return {
    evidence: evidence.map((one) =>
      left.has(one.signal) ? unmeasured(one.signal, 'left out on request') : one,
    ),
    groups: left.has('groups') ? [] : found.groups,
  };
}
