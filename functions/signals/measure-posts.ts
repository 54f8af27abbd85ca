import type { AccountDates } from '../model/account-dates.ts';
import { type Evidence, type SignalName, unmeasured } from '../model/evidence.ts';
import type { UsualAuthors } from '../model/usual-authors.ts';
import { type AccountAgeSettings, measureAccountAge } from './account-age.ts';
import { authorProfiles } from './author-profiles.ts';
import { type ConcentrationSettings, measureConcentration } from './concentration.ts';
import {
  type CoordinatedGroup,
  coordinatedGroups,
  type GroupSettings,
} from './coordinated-groups.ts';
import { type CopierReturnSettings, measureCopierReturn } from './copier-return.ts';
import { type CreationSettings, measureCreationClustering } from './creation-clustering.ts';
import { type DeletionSettings, measureDeletion } from './deletion.ts';
import { type EqualLivesSettings, measureEqualLives } from './equal-lives.ts';
import { measureGroups } from './groups.ts';
import { type ImpersonationSettings, measureImpersonation } from './impersonation.ts';
import { type LookBackSettings, lookBack, type Remembered } from './look-back.ts';
import { measureNearDuplicate, type NearDuplicateSettings } from './near-duplicate.ts';
import { measureOrigin, type OriginSettings } from './origin.ts';
import type { PostTable } from './post-table.ts';
import { measurePulseShape, type PulseShapeSettings } from './pulse-shape.ts';
import {
  measureReturningGroup,
  type ReturningGroupSettings,
  returningGroup,
  whoCameBack,
} from './returning-group.ts';
import { measureReuse, type ReuseSettings } from './reuse.ts';
import { measureSharpEnd, type SharpEndSettings } from './sharp-end.ts';
import type { Tagged } from './subjects.ts';
import { measureSynchrony, type SynchronySettings } from './synchrony.ts';
import { eligibleOriginals, passedOn, type TextGroupSettings, textGroups } from './text-groups.ts';
import { measureVolleys, type VolleySettings } from './volleys.ts';

export type { CoordinatedGroup };

export type SignalSettings = {
  readonly synchrony: SynchronySettings;
  readonly sharpEnd: SharpEndSettings;
  readonly volleys: VolleySettings;
  readonly pulseShape: PulseShapeSettings;
  readonly textGroups: TextGroupSettings;
  readonly nearDuplicate: NearDuplicateSettings;
  readonly concentration: ConcentrationSettings;
  readonly creation: CreationSettings;
  readonly accountAge: AccountAgeSettings;
  readonly deletion: DeletionSettings;
  readonly equalLives: EqualLivesSettings;
  readonly groups: GroupSettings;
  readonly lookBack: LookBackSettings;
  readonly reuse: ReuseSettings;
  readonly copierReturn: CopierReturnSettings;
  readonly returningGroup: ReturningGroupSettings;
  readonly origin: OriginSettings;
  readonly impersonation: ImpersonationSettings;
};

/** What is known beside the posts. */
export type MeasureContext = {
  /** Posts are known up to here, epoch milliseconds. */
  readonly nowMs: number;
  /** Vanished posts were looked for. */
  readonly deletionWatched: boolean;
  /** Deletion times are known apart from posting times; else the two are one family. */
  readonly deletionTimesKnown: boolean;
  /** What this burst is about: tells sister hashtags from unrelated ones. */
  readonly about?: Tagged;
  /** Earlier bursts of other hashtags; null when none are known. */
  readonly earlier: Remembered | null;
  /** The network took in whole crowds within days (migration waves): creation dates cluster by themselves there. */
  readonly grewInWaves?: boolean;
  /** What account dates of the source are worth. @default 'exact' */
  readonly accountDates?: AccountDates;
  /** Ordinary authors to compare with; undefined while none are known. */
  readonly usual?: UsualAuthors | undefined;
  /** What the volume detector found. */
  readonly burst?: Evidence;
  /** Signals left out on request, to see what a verdict rests on. */
  readonly without?: readonly SignalName[];
};

export type Measured = {
  /** One for each signal, in the order of SIGNALS. */
  readonly evidence: readonly Evidence[];
  /** Accounts that came back together, if any did; then those that kept meeting, the largest group first. */
  readonly groups: readonly CoordinatedGroup[];
};

/** What cannot be asked without another: who leaves the one out leaves these out too. */
const DEPENDENTS: Partial<Readonly<Record<SignalName, readonly SignalName[]>>> = {
  deletion: ['equal-lives'],
  reuse: ['copier-return', 'returning-copies', 'returning-concentration', 'returning-creation'],
};

function withDependents(without: readonly SignalName[]): ReadonlySet<SignalName> {
  return new Set(without.flatMap((signal) => [signal, ...(DEPENDENTS[signal] ?? [])]));
}

/** A burst whose hashtag is not told is of no known subject. */
const NAMELESS: Tagged = { hashtag: '' };

/** Puts every signal's question to the posts of one burst. Linear in posts. */
export function measurePosts(
  table: PostTable,
  context: MeasureContext,
  settings: SignalSettings,
): Measured {
  const originals = eligibleOriginals(table, settings.textGroups.minWords);
  const texts = textGroups(table, originals, settings.textGroups);
  const found = coordinatedGroups(table, texts, settings.groups);
  const profiles = authorProfiles(table);
  const { usual, accountDates: dates = 'exact', grewInWaves = false } = context;
  const creation = { grewInWaves, dates, usual };
  const left = withDependents(context.without ?? []);
  const earlier = left.has('reuse') ? null : context.earlier;
  const past = lookBack(table, context.about ?? NAMELESS, earlier, settings.lookBack);
  const reuse = measureReuse(table, past, settings.reuse);
  const copierReturn = measureCopierReturn(table, texts, past, settings.copierReturn);
  const returning = whoCameBack(past, reuse, copierReturn, settings.returningGroup);
  const evidence = [
    context.burst ?? unmeasured('burst', 'the volume before these posts is not known'),
    measureSynchrony(table, settings.synchrony),
    measureSharpEnd(table, context.nowMs, settings.sharpEnd),
    measureVolleys(table, settings.volleys),
    measurePulseShape(table, context.nowMs, settings.pulseShape),
    measureNearDuplicate(table, originals, texts, settings.nearDuplicate),
    measureConcentration(table, passedOn(texts), settings.concentration),
    measureCreationClustering(table, creation, settings.creation),
    measureAccountAge(profiles, usual, dates, settings.accountAge),
    measureDeletion(table, context.deletionWatched, context.nowMs, settings.deletion),
    measureEqualLives(table, context.deletionWatched, settings.equalLives),
    measureGroups(table, found),
    reuse.evidence,
    copierReturn,
    ...measureReturningGroup(table, returning, { originals, texts }, creation, settings),
    measureOrigin(profiles, usual, settings.origin),
    measureImpersonation(profiles, usual, settings.impersonation),
  ];
  return {
    evidence: evidence.map((one) =>
      left.has(one.signal) ? unmeasured(one.signal, 'left out on request') : one,
    ),
    groups: [
      ...returningGroup(table, returning, past),
      ...(left.has('groups') ? [] : found.groups),
    ],
  };
}
