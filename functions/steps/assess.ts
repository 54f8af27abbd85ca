import { accountDatesOf } from '../model/account-dates.ts';
import type { Alert } from '../model/alert.ts';
import { type Burst, parseBurstId } from '../model/burst.ts';
import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { grewInWaves } from '../model/grew-in-waves.ts';
import type { Post } from '../model/post.ts';
import { severityOf, type Verdict, type VerdictLevel } from '../model/verdict.ts';
import type { AuthorStore } from '../ports/author-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { PublishDue } from '../ports/messages.ts';
import type { PostStore } from '../ports/post-store.ts';
import type { Queue } from '../ports/queue.ts';
import type { Source } from '../ports/source.ts';
import type { AuthorMemorySettings } from '../signals/author-memory.ts';
import { companyShares } from '../signals/company.ts';
import { sketchParticipants } from '../signals/sketch-participants.ts';
import { type AlertSettings, decideAlert } from '../verdict/decide-alert.ts';
import { amendBurst } from './amend-burst.ts';
import { earlierBursts } from './earlier-bursts.ts';
import { type Detection, type JudgedBeside, judgeBeside } from './judge.ts';
import { firstAt, keepShadow } from './keep-shadow.ts';
import { teachAuthors } from './teach-authors.ts';
import { usualAuthors } from './usual-authors.ts';

export type AssessPorts = {
  readonly authors: AuthorStore;
  readonly bursts: BurstStore;
  readonly posts: Pick<PostStore, 'read'>;
  readonly publish: Queue<PublishDue>;
  readonly sourceOf: (burst: Burst) => Source;
};

export type AssessSettings = {
  readonly detection: Detection;
  /** A candidate version that judges the same posts and is told to nobody; null for none. */
  readonly shadow: Detection | null;
  readonly alerts: AlertSettings;
  readonly authors: AuthorMemorySettings;
};

export type Assessment = {
  readonly burst: Burst;
  /** The verdict on the posts as they stand; the burst keeps the gravest. */
  readonly verdict: Verdict;
  /** The candidate's on the same posts. */
  readonly shadow: Verdict | null;
  readonly alert: 'raise' | 'not-worse' | 'quota-spent';
  /** Levels that the burst reached for the first time now, milliseconds after it began. */
  readonly reached: readonly { readonly level: VerdictLevel; readonly afterMs: number }[];
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Judges a burst's posts (of a burst of days those of its last 24 hours), keeps the gravest verdict,
 * and writes an alert with it if it is news.
 *
 * @returns undefined if there is nothing to judge: no such burst, or judged already
 */
export async function assess(
  burstId: string,
  atMs: number,
  ports: AssessPorts,
  settings: AssessSettings,
): Promise<Assessment | undefined> {
  const burst = await findDue(burstId, ports);
  if (burst === undefined) return undefined;

  const posts = await ports.posts.read(burst.burstId, (burst.endMs ?? atMs) - DAY_MS);
  const { verdict, shadow } = await judgeBurst(burst, posts, atMs, ports, settings);
  const alert = await decide(burst, verdict, atMs, ports, settings.alerts);
  const saved = await amendBurst(ports.bursts, burst.watchId, burst.startMs, (now) => ({
    ...now,
    assessedUntilMs: Math.max(now.assessedUntilMs, burst.changedMs),
    verdict: graver(now.verdict, verdict),
    firstSuspiciousMs: now.firstSuspiciousMs ?? firstAt(verdict, 'suspicious', atMs),
    firstCoordinatedMs: now.firstCoordinatedMs ?? firstAt(verdict, 'coordinated', atMs),
    shadow: shadow === null ? now.shadow : keepShadow(now.shadow, shadow, atMs),
    sketch: posts.length === 0 ? now.sketch : sketchParticipants(posts),
    alert: alert === 'raise' && isWorse(verdict, now) ? raise(now, verdict, atMs) : now.alert,
  }));
  if (saved === undefined) return undefined;
  if (saved.endMs !== null && saved.verdict?.level === 'organic') {
    await teach(saved, posts, atMs, ports, settings.authors);
  }
  if (saved.alert?.state === 'pending') await ports.publish.send([{ burstId, atMs }]);
  return { burst: saved, verdict, shadow, alert, reached: reachedAt(saved, atMs) };
}

function reachedAt(burst: Burst, atMs: number): Assessment['reached'] {
  const { startMs, firstSuspiciousMs, firstCoordinatedMs } = burst;
  const firsts = [
    { level: 'suspicious', firstMs: firstSuspiciousMs },
    { level: 'coordinated', firstMs: firstCoordinatedMs },
  ] as const;
  return firsts
    .filter(({ firstMs }) => firstMs === atMs)
    .map(({ level }) => ({ level, afterMs: atMs - startMs }));
}

async function findDue(burstId: string, ports: AssessPorts): Promise<Burst | undefined> {
  const key = parseBurstId(burstId);
  const burst = key && (await ports.bursts.get(key.watchId, key.startMs));
  if (burst === undefined || burst.assessedUntilMs < burst.changedMs) return burst;
  if (burst.alert?.state === 'pending') {
    await ports.publish.send([{ burstId, atMs: burst.alert.raisedMs }]);
  }
  return undefined;
}

async function judgeBurst(
  burst: Burst,
  posts: readonly Post[],
  atMs: number,
  ports: AssessPorts,
  { detection, shadow }: AssessSettings,
): Promise<JudgedBeside> {
  const { seesDeletion } = ports.sourceOf(burst).capability;
  const context = {
    nowMs: atMs,
    seenSinceMs: burst.startMs + burst.bucketMinutes * MINUTE_MS,
    deletionWatched: seesDeletion,
    deletionTimesKnown: seesDeletion,
    about: { hashtag: burst.hashtag, coTags: companyShares(burst.company) },
    earlier: await earlierBursts(burst, ports.bursts),
    grewInWaves: grewInWaves(burst.source),
    accountDates: accountDatesOf(burst.source),
    usual: await usualAuthors(burst, ports.authors),
    burst: burstEvidence(burst),
  };
  return judgeBeside(posts, context, detection, shadow);
}

function burstEvidence({ young, score, peakPosts, expected }: Burst): Evidence {
  if (young) return unmeasured('burst', 'the baseline was young');
  return measured('burst', score / Math.LN10, peakPosts / Math.max(expected, 0.02), 0);
}

/** A burst that ended and was never more than organic brought ordinary authors. */
async function teach(
  { watchId, source }: Burst,
  posts: readonly Post[],
  atMs: number,
  { authors }: AssessPorts,
  settings: AuthorMemorySettings,
): Promise<void> {
  for (const name of [watchId, source]) await teachAuthors(name, posts, atMs, authors, settings);
}

async function decide(
  burst: Burst,
  verdict: Verdict,
  atMs: number,
  ports: AssessPorts,
  settings: AlertSettings,
): Promise<Assessment['alert']> {
  if (!isWorse(verdict, burst)) return 'not-worse';
  const told = (await ports.bursts.ofWatch(burst.watchId, settings.lookBackBursts))
    .map((other) => other.alert)
    .filter((alert) => alert !== null && atMs - alert.raisedMs < settings.quietMs)
    .map((alert) => alert?.level ?? 'organic');
  const previousLevel = told.reduce(
    (worst, level) => (severityOf(level) > severityOf(worst) ? level : worst),
    'organic' as Verdict['level'],
  );
  const raisedToday = await countRaised(atMs, ports.bursts, settings.dailyQuota);
  return decideAlert(verdict.level, { previousLevel, raisedToday }, settings);
}

/** Bursts of the last 24 hours that were told of, counted no further than `enough`. */
async function countRaised(
  atMs: number,
  bursts: Pick<BurstStore, 'list'>,
  enough: number,
): Promise<number> {
  let raised = 0;
  let cursor: string | undefined;
  do {
    const page = await bursts.list({ fromMs: atMs - DAY_MS, toMs: atMs + 1, limit: 200, cursor });
    raised += page.bursts.filter((burst) => burst.alert !== null).length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && raised < enough);
  return raised;
}

/** Whether a verdict is graver than what was told of the burst. */
function isWorse(verdict: Verdict, burst: Burst): boolean {
  return severityOf(verdict.level) > severityOf(burst.alert?.level ?? 'organic');
}

function raise(burst: Burst, verdict: Verdict, atMs: number): Alert | null {
  if (verdict.level !== 'suspicious' && verdict.level !== 'coordinated') return burst.alert;
  return {
    alertId: `${burst.burstId}#${verdict.level}`,
    level: verdict.level,
    state: 'pending',
    raisedMs: atMs,
    sentMs: null,
  };
}

function graver(before: Verdict | null, now: Verdict): Verdict {
  return before !== null && severityOf(before.level) > severityOf(now.level) ? before : now;
}
