import { type Evidence, measured, unmeasured } from '../../functions/model/evidence.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, type Observation, observeAll } from '../../functions/signals/burst.ts';
import { drawCourse, POLLS_A_DAY, type VolumeScenario } from '../volume/hashtag-volume.ts';
import { pollView } from './blocks/poll-view.ts';
import { chanceFrom } from './chance.ts';
import type { Role } from './truth.ts';

/** What the volume detector, which knows two weeks of the hashtag, makes of an event. */
export type VolumeWatch = {
  /** Its strongest finding on the event by then. */
  readonly at: (nowMs: number) => Evidence;
  /** It raised an alarm worth an alert. */
  readonly alerted: boolean;
};

export type VolumeOf = {
  readonly scenario: { readonly id: string };
  readonly pollSeconds: number;
};

/** A post as it is counted, in order of time. */
type Counted = {
  readonly createdMs: number;
  readonly deletedMs: number | null;
  readonly role: Role;
};

/** A hashtag of moderate use: two posts in five minutes, day and night. */
const MODERATE: VolumeScenario = {
  name: 'moderate',
  mean: 2,
  size: 3,
  amplitude: 0.9,
  weekend: 0.7,
  active: 1,
  drift: 0,
};
/** 600 posts a week. */
const QUIET: VolumeScenario = { ...MODERATE, name: 'quiet', mean: 0.3 };
/** A room and a farm keep to hashtags that hardly anybody used before. */
const ON_QUIET = ['C6', 'C7'];
/** Sixty accounts at ten posts an hour for three days are a drip. */
const DRIP_POSTS = 720;
/** Their ordinary authors are the hashtag's usual ones: only others come on top of it. */
const IS_USUAL = ['O1', 'C13'];
const DAYS_BEFORE = 14;
const BUCKETS_BEFORE = DAYS_BEFORE * POLLS_A_DAY;
const BUCKET_MS = 300_000;
const DAY_MS = 86_400_000;

/** @param posts of the event, in order of time */
export function volumeWatched(
  played: VolumeOf,
  seed: number,
  posts: readonly Counted[],
): VolumeWatch {
  const startMs = Math.floor((posts[0]?.createdMs ?? 0) / BUCKET_MS) * BUCKET_MS;
  const buckets = countsAround(played, seed, posts, startMs).map((count, at) => ({
    startMs: startMs + (at - BUCKETS_BEFORE) * BUCKET_MS,
    posts: count,
  }));
  const { observations } = observeAll(FRESH_DETECTOR, buckets, BURST);
  const ofEvent = observations.slice(BUCKETS_BEFORE).filter((one) => one !== null);
  const found = findings(ofEvent);
  return {
    alerted: ofEvent.some(({ alert }) => alert),
    at: (nowMs) =>
      found[Math.min(found.length, Math.floor((nowMs - startMs) / BUCKET_MS)) - 1] ??
      unmeasured('burst', 'no five minutes have been counted yet'),
  };
}

/**
 * At each bucket, as a monitor keeps it of a burst: its highest score and its largest ratio. A burst
 * that was worth an alert is remembered with its event; what was only noticed is forgotten as it ends.
 */
export function findings(
  observations: readonly Pick<
    Observation,
    'inBurst' | 'ended' | 'alert' | 'score' | 'posts' | 'expected'
  >[],
): readonly Evidence[] {
  let peak = { score: 0, ratio: 0 };
  let alerted = false;
  return observations.map(({ inBurst, ended, alert, score, posts, expected }) => {
    alerted ||= alert;
    const kept = alerted || inBurst || ended ? peak : { score: 0, ratio: 0 };
    peak = {
      score: Math.max(kept.score, score / Math.LN10),
      ratio: Math.max(kept.ratio, posts / expected),
    };
    return measured('burst', peak.score, peak.ratio, 0);
  });
}

/** Posts in five minutes: two weeks of the hashtag as it was, then with the event's on top. */
function countsAround(
  { scenario, pollSeconds }: VolumeOf,
  seed: number,
  posts: readonly Counted[],
  startMs: number,
): readonly number[] {
  const days = Math.ceil(((posts.at(-1)?.createdMs ?? startMs) - startMs + 1) / DAY_MS);
  const chance = chanceFrom(seed).fork(`volume before ${scenario.id}`);
  const core = posts.filter(({ role }) => role === 'core');
  const usual = usualOf(scenario.id, core.length);
  const counts = [...drawCourse(usual, DAYS_BEFORE + days, chance).counts];
  const onTop = IS_USUAL.includes(scenario.id) ? core : posts;
  // What vanished between two polls was never counted.
  for (const { createdMs } of pollView(onTop, pollSeconds * 1000, Number.POSITIVE_INFINITY)) {
    const bucket = BUCKETS_BEFORE + Math.floor((createdMs - startMs) / BUCKET_MS);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

function usualOf(scenario: string, corePosts: number): VolumeScenario {
  if (ON_QUIET.includes(scenario)) return QUIET;
  if (scenario !== 'C13') return MODERATE;
  // A larger drip falls into a larger stream, or it would be a flood.
  return { ...MODERATE, mean: MODERATE.mean * Math.max(1, corePosts / DRIP_POSTS) };
}
