import type { Burst } from '../../functions/model/burst.ts';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import type { Watch } from '../../functions/model/watch.ts';
import { FRESH_DETECTOR } from '../../functions/signals/burst.ts';
import { keepEvents } from '../../functions/steps/keep-events.ts';
import { aBaseline } from './a-baseline.ts';
import { aBurst } from './a-burst.ts';
import { aKnownEvent } from './a-known-event.ts';
import { aVerdict } from './a-verdict.ts';
import { aWatch } from './a-watch.ts';
import type { openApi } from './api-harness.ts';

const MINUTE_MS = 60_000;
const BUCKET_MS = 5 * MINUTE_MS;

type Scene = {
  readonly hashtag: string;
  readonly place: string;
  readonly startMs: number;
  readonly buckets: number;
  readonly peak: number;
  readonly usual: number;
  readonly verdict: Verdict | null;
  readonly open?: boolean;
  readonly surge?: Burst['surge'];
};

export const URDU = 'انتخابات_دھاندلی';

const PUSHED = aVerdict({
  level: 'coordinated',
  strength: 0.93,
  standing: ['text', 'deletion'],
  evidence: [
    measured('burst', 14.2, 62, 0, { expected: 6.1 }),
    unmeasured('synchrony', 'the stamps of this source are cut to the minute'),
    measured('near-duplicate', 41.3, 0.44, 212, {
      originals: 640,
      copies: 281,
      texts: 7,
      largest: 96,
    }),
    measured('concentration', 1.2, 0.08, 31, { heavyPosts: 5, spanHours: 24 }),
    unmeasured('creation-clustering', '12 of 20 account dates known'),
    measured('deletion', 88.4, 0.58, 301, {
      posts: 1204,
      gone: 698,
      withinSeconds: 300,
      usualShare: 0.03,
    }),
    measured('equal-lives', 12.4, 0.7, 260, {
      equal: 610,
      vanished: 698,
      shortestSeconds: 48,
      longestSeconds: 52,
    }),
    unmeasured('reuse', '0 of 2 earlier hashtags with a burst known'),
  ],
  citing: ['near-duplicate', 'deletion', 'equal-lives'],
  share: { low: 0.55, likely: 0.62, high: 0.91 },
  posts: 1204,
  accounts: 519,
});

const SCENES: readonly Scene[] = [
  {
    hashtag: URDU,
    place: 'mastodon.social',
    startMs: Date.UTC(2026, 0, 7, 8, 5),
    buckets: 9,
    peak: 380,
    usual: 6,
    verdict: PUSHED,
    open: true,
  },
  {
    hashtag: 'harbourwall',
    place: 'mastodon.social',
    startMs: Date.UTC(2026, 0, 7, 6, 30),
    buckets: 14,
    peak: 96,
    usual: 11,
    verdict: aVerdict({
      level: 'suspicious',
      strength: 0.61,
      standing: ['text'],
      evidence: [
        measured('near-duplicate', 18.6, 0.12, 44, { originals: 512, copies: 61, texts: 2 }),
        measured('concentration', 0.3, 0.02, 9),
      ],
      posts: 640,
      accounts: 402,
    }),
  },
  {
    hashtag: 'derby',
    place: 'social.example',
    surge: { rose: 812, watched: 1000 },
    startMs: Date.UTC(2026, 0, 6, 19, 45),
    buckets: 6,
    peak: 910,
    usual: 40,
    verdict: aVerdict({
      level: 'organic',
      strength: 0.04,
      standing: [],
      evidence: [
        measured('synchrony', 0.2, 0.01, 0, { binSeconds: 1 }),
        measured('near-duplicate', 0, 0.01, 4, { originals: 2100, copies: 21 }),
        measured('concentration', 0.4, 0.06, 120),
      ],
      posts: 3310,
      accounts: 2740,
    }),
  },
  {
    hashtag: 'smalltown',
    place: 'social.example',
    startMs: Date.UTC(2026, 0, 6, 9),
    buckets: 3,
    peak: 17,
    usual: 1,
    verdict: aVerdict({
      level: 'undecided',
      strength: 0,
      standing: [],
      evidence: [unmeasured('near-duplicate', '11 of 20 original texts')],
      undecidedBecause: '31 posts from 14 accounts: at least 50 posts are needed',
      posts: 31,
      accounts: 14,
    }),
  },
  {
    hashtag: 'breaking',
    place: 'social.example',
    startMs: Date.UTC(2026, 0, 7, 8, 50),
    buckets: 2,
    peak: 44,
    usual: 3,
    verdict: null,
    open: true,
  },
];

/** What the calendar knows: a match under one burst, a public call under another. */
const EVENTS = [
  aKnownEvent({ startMs: Date.UTC(2026, 0, 6, 19, 41), hashtags: ['derby'] }),
  aKnownEvent({
    kind: 'protest',
    title: 'یوم احتجاج',
    place: null,
    startMs: Date.UTC(2026, 0, 7, 8),
    hashtags: [URDU],
    openCall: true,
    statedBy: 'https://union.example/call',
  }),
];

/** A monitor in the midst of its work: a burst of each verdict, one not yet judged, and their watches. */
export async function setScene(api: ReturnType<typeof openApi>): Promise<void> {
  for (const scene of SCENES) await setBurst(api, scene);
  await keepEvents(EVENTS, api.ports.events);
  await api.ports.watches.save(
    aWatch({
      watchId: 'mastodon:silent@gone.example',
      source: 'mastodon',
      hashtag: 'silent',
      place: 'gone.example',
      health: {
        state: 'stale',
        reason: 'gone.example answers 503',
        sinceMs: Date.UTC(2026, 0, 7, 7, 12),
      },
    }),
  );
}

async function setBurst({ ports }: ReturnType<typeof openApi>, scene: Scene): Promise<void> {
  const { hashtag, place, startMs, buckets, peak, usual, verdict, open = false } = scene;
  const watch: Watch = aWatch({
    watchId: `mastodon:${hashtag}@${place}`,
    source: 'mastodon',
    hashtag,
    place,
    state: open ? 'bursting' : 'active',
  });
  const { watchId } = await ports.watches.save(watch);
  const endMs = open ? null : startMs + buckets * BUCKET_MS;
  const graver = verdict !== null && verdict.standing.length > 0;
  await ports.bursts.save(
    aBurst({
      watchId,
      hashtag,
      place,
      source: 'mastodon',
      startMs,
      endMs,
      surge: scene.surge ?? null,
      peakPosts: peak,
      expected: usual,
      verdict: verdict && { ...verdict, startMs, endMs: startMs + buckets * BUCKET_MS },
      firstSuspiciousMs: graver ? startMs + 3 * MINUTE_MS : null,
      firstCoordinatedMs: verdict?.level === 'coordinated' ? startMs + 4 * MINUTE_MS : null,
      alert: graver
        ? {
            alertId: 'a',
            level: verdict.level === 'coordinated' ? 'coordinated' : 'suspicious',
            state: 'sent',
            raisedMs: startMs + 4 * MINUTE_MS,
            sentMs: startMs + 4 * MINUTE_MS + 2000,
          }
        : null,
    }),
  );
  const posts = Array.from({ length: 60 + buckets }, (_, index) => {
    if (index === 22) return null;
    const calm = Math.round(usual * (1 + 0.4 * Math.sin(index * 1.7)));
    const within = index - 60;
    return within < 0 ? calm : Math.round(peak * Math.exp(-(((within - 2) / (buckets / 2)) ** 2)));
  });
  await ports.baselines.save(
    aBaseline({
      watchId,
      detector: FRESH_DETECTOR,
      openBurstMs: open ? startMs : null,
      volume: {
        startMs: startMs - 60 * BUCKET_MS,
        bucketMinutes: 5,
        posts,
        expected: posts.map((_, index) => usual * (1 + 0.1 * Math.sin(index / 9))),
      },
    }),
    [],
  );
}
