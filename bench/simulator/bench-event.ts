import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { sketchParticipants } from '../../functions/signals/sketch-participants.ts';
import type { BenchCase } from './bench-cases.ts';
import { usualAuthors, withoutTexts } from './bench-usual.ts';
import { type VolumeWatch, volumeWatched } from './bench-volume.ts';
import { accountCreatedMs } from './blocks/account-age.ts';
import { newAccount } from './blocks/crowd.ts';
import { chanceFrom } from './chance.ts';
import type { Account } from './draft.ts';
import { evading } from './evasion.ts';
import { sealed } from './sealed.ts';
import { type Simulated, simulate } from './simulate.ts';

/** What a monitor meets: an event, and what it knows of earlier ones. */
export type BenchEvent = {
  readonly event: Simulated;
  readonly earlier: readonly EarlierBurst[];
  readonly usual: UsualAuthors;
  readonly volume: VolumeWatch;
};

/** The event begins in the hour after this: how its seconds fall between two polls is chance. */
const HOUR_START_MS = Date.UTC(2026, 2, 5, 9);
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** Of those who act daily: a monitor looks back a week. */
const DAILY_FROM = 7;
const HASHTAG = 'event';
/** Beyond the seeds that anybody asks for. */
const OTHER_SEEDS = 10_000_000;
/** One for each five posts of the event: 400 at 2,000. */
const NEIGHBOURS_A_POST = 0.2;

/** Posts that carry the hashtag itself: who watches it sees no variant of it. */
export function seenOf({ posts, truth }: Simulated): Simulated['posts'] {
  return posts.filter(({ hashtags }) => hashtags.includes(truth.hashtag));
}

/** The event of a case, with what the monitor knows of earlier events of the same people. */
export function benchEvent(benchCase: BenchCase, seed: number): BenchEvent {
  const startMs = HOUR_START_MS + chanceFrom(seed).fork('start').uniform() * HOUR_MS;
  const neighbours = neighboursOf(benchCase, seed);
  const events: Simulated[] = [];
  for (let at = 0; at < benchCase.earlier; at += 1) {
    const beforeMs = startMs - (benchCase.earlier - at) * apartMs(benchCase);
    const returning = peopleOf(events);
    events.push(playedBefore(benchCase, seed, at, { startMs: beforeMs, returning, neighbours }));
  }
  const returning = peopleOf(events);
  const event = play(benchCase, seed, { hashtag: HASHTAG, startMs, returning, neighbours });
  return {
    event,
    earlier: events.map(remembered),
    usual: usualAuthors(seed, startMs),
    volume: volumeWatched(benchCase, seed, countedOf(event)),
  };
}

/** A week apart; so many that they would not fit into the week a monitor looks back, a day. */
function apartMs({ earlier }: BenchCase): number {
  return earlier < DAILY_FROM ? WEEK_MS : DAY_MS;
}

function playedBefore(
  benchCase: BenchCase,
  seed: number,
  at: number,
  played: Omit<Played, 'hashtag'>,
): Simulated {
  // The same hashtag at the same seed would be the same event.
  return benchCase.scenario.sameHashtag
    ? play(benchCase, seed + (at + 1) * OTHER_SEEDS, { ...played, hashtag: HASHTAG })
    : play(benchCase, seed, { ...played, hashtag: `before${at}` });
}

function countedOf(event: Simulated) {
  const roles = new Map(event.truth.posts.map(({ id, role }) => [id, role]));
  return seenOf(event).map(({ id, createdAt, deletedAt }) => ({
    createdMs: Date.parse(createdAt),
    deletedMs: deletedAt === undefined ? null : Date.parse(deletedAt),
    role: roles.get(id) ?? 'background',
  }));
}

/** People of the network who turn up under any hashtag; they were there before the first event. */
function neighboursOf({ posts, earlier }: BenchCase, seed: number): readonly Account[] {
  const chance = chanceFrom(seed).fork('neighbours');
  const atMs = HOUR_START_MS - (earlier + 1) * WEEK_MS;
  return Array.from({ length: Math.ceil(posts * NEIGHBOURS_A_POST) }, () =>
    newAccount(chance, accountCreatedMs(chance, atMs, 'active')),
  );
}

/** Those who act together may come back; where nobody does, everybody may. */
function peopleOf(events: readonly Simulated[]): readonly Account[] {
  const core = new Set(events.flatMap((event) => event.core));
  return core.size > 0 ? [...core] : [...new Set(events.flatMap(({ accounts }) => accounts))];
}

/** What a monitor keeps of a burst. Texts play no part in it. */
function remembered(event: Simulated): EarlierBurst {
  const { hashtag, startMs } = event.truth;
  const kept = sealed(withoutTexts(seenOf(event)));
  const endMs = kept.at(-1)?.createdMs ?? startMs;
  return { hashtag, startMs, endMs, sketch: sketchParticipants(kept) };
}

type Played = {
  readonly hashtag: string;
  readonly startMs: number;
  readonly returning: readonly Account[];
  readonly neighbours: readonly Account[];
};

function play(benchCase: BenchCase, seed: number, played: Played): Simulated {
  const { scenario, posts, dose, parameters, knobs } = benchCase;
  const input = { seed, posts, ...played, ...(dose === undefined ? {} : { dose }) };
  return simulate(knobs === undefined ? scenario : evading(scenario, knobs), input, parameters);
}
