import { liveAccountDatesOf } from '../model/account-dates.ts';
import type { Alert } from '../model/alert.ts';
import { type Burst, isUnjudged, parseBurstId } from '../model/burst.ts';
import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { grewInWaves } from '../model/grew-in-waves.ts';
import type { Post } from '../model/post.ts';
import { severityOf, type Verdict, type VerdictLevel } from '../model/verdict.ts';
import type { AuthorStore } from '../ports/author-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { PostStore } from '../ports/post-store.ts';
import type { Source } from '../ports/source.ts';
import type { AuthorMemorySettings } from '../signals/author-memory.ts';
import { companyShares } from '../signals/company.ts';
import { sketchParticipants } from '../signals/sketch-participants.ts';
import type { TideSettings } from '../signals/tide.ts';
import type { AlertDecision, AlertSettings } from '../verdict/decide-alert.ts';
import { amendBurst } from './amend-burst.ts';
import { earlierBursts } from './earlier-bursts.ts';
import { type Detection, type JudgedBeside, judgeBeside } from './judge.ts';
import { isWorse, judgeNews } from './judge-news.ts';
import { firstAt, keepShadow } from './keep-shadow.ts';
import type { TidePorts } from './keep-surge.ts';
import { readTide } from './read-tide.ts';
import { sampleOf } from './sample-of.ts';
import { teachAuthors } from './teach-authors.ts';
import { usualAuthors } from './usual-authors.ts';

export type AssessPorts = TidePorts & {
  readonly authors: AuthorStore;
  readonly bursts: BurstStore;
  readonly posts: Pick<PostStore, 'read'>;
  readonly sourceOf: (burst: Burst) => Source;
};

export type AssessSettings = {
  readonly detection: Detection;
  /** A candidate version that judges the same posts and is told to nobody; null for none. */
  readonly shadow: Detection | null;
  readonly alerts: AlertSettings;
  readonly tide: TideSettings;
  readonly authors: AuthorMemorySettings;
};

export type Assessment = {
  readonly burst: Burst;
  /** The verdict on the posts as they stand; the burst keeps the gravest. */
  readonly verdict: Verdict;
  /** The candidate's on the same posts. */
  readonly shadow: Verdict | null;
  readonly alert: AlertDecision;
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
  const burst = await findDue(burstId, atMs, ports);
  if (burst === undefined) return undefined;

  const posts = await ports.posts.read(burst.burstId, (burst.endMs ?? atMs) - DAY_MS);
  const { verdict, shadow } = await judgeBurst(burst, posts, atMs, ports, settings);
  const { tide, surge } = await readTide(burst, atMs, ports, settings.tide);
  const news = burst.waitsMs === null ? verdict : graver(burst.verdict, verdict);
  const alert = await judgeNews(burst, news, tide, atMs, ports.bursts, settings.alerts);
  const saved = await amendBurst(ports.bursts, burst.watchId, burst.startMs, (now) => ({
    ...now,
    assessedUntilMs: Math.max(now.assessedUntilMs, burst.changedMs),
    waitsMs: waitsOf(alert, atMs),
    sample: sampleOf(burst, posts, atMs),
    verdict: graver(now.verdict, verdict),
    firstSuspiciousMs: now.firstSuspiciousMs ?? firstAt(verdict, 'suspicious', atMs),
    firstCoordinatedMs: now.firstCoordinatedMs ?? firstAt(verdict, 'coordinated', atMs),
    shadow: shadow === null ? now.shadow : keepShadow(now.shadow, shadow, atMs),
    surge: surge ?? now.surge,
    sketch: posts.length === 0 ? now.sketch : sketchParticipants(posts),
    alert: alert === 'raise' ? raise(now, news, atMs) : now.alert,
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

async function findDue(
  burstId: string,
  atMs: number,
  ports: AssessPorts,
): Promise<Burst | undefined> {
  const key = parseBurstId(burstId);
  const burst = key && (await ports.bursts.get(key.watchId, key.startMs));
  if (burst === undefined || isUnjudged(burst, atMs)) return burst;
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
  const seesDeletion = ports.sourceOf(burst).capability.deletions !== 'unseen';
  const context = {
    nowMs: atMs,
    seenSinceMs: burst.keptFromMs + burst.bucketMinutes * MINUTE_MS,
    deletionWatched: seesDeletion,
    deletionTimesKnown: seesDeletion,
    about: { hashtag: burst.hashtag, coTags: companyShares(burst.company) },
    earlier: await earlierBursts(burst, ports.bursts),
    grewInWaves: grewInWaves(burst.source),
    accountDates: liveAccountDatesOf(burst.source),
    usual: await usualAuthors(burst, ports.authors),
    burst: burstEvidence(burst),
  };
  return judgeBeside(posts, context, detection, shadow);
}

function burstEvidence(burst: Burst): Evidence {
  const { young, score, peakPosts, expected } = burst;
  if (young) return unmeasured('burst', youthWords(burst));
  return measured('burst', score / Math.LN10, peakPosts / Math.max(expected, 0.02), 0);
}

/** @example 'the baseline was young: 14 of 24 hours learned' */
function youthWords({ youth, bucketMinutes }: Burst): string {
  if (youth === undefined) return 'the baseline was young';
  const hours = (buckets: number) => Math.floor((buckets * bucketMinutes) / 6) / 10;
  return `the baseline was young: ${hours(youth.learned)} of ${hours(youth.needed)} hours learned`;
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

function waitsOf(alert: AlertDecision, atMs: number): number | null {
  return alert === 'waits' ? atMs : null;
}

/** Another assessment may have raised it meanwhile. */
function raise(burst: Burst, verdict: Verdict, atMs: number): Alert | null {
  if (!isWorse(verdict, burst)) return burst.alert;
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
