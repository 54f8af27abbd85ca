import type { SignalName } from '../../functions/model/evidence.ts';
import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import type { Family, VerdictLevel } from '../../functions/model/verdict.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { sketchParticipants } from '../../functions/signals/sketch-participants.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import type { BenchCase } from './bench-cases.ts';
import { usualAuthors, withoutTexts } from './bench-usual.ts';
import { accountCreatedMs } from './blocks/account-age.ts';
import { newAccount } from './blocks/crowd.ts';
import { chanceFrom } from './chance.ts';
import type { Account } from './draft.ts';
import { evading } from './evasion.ts';
import { SIMULATED_SECRET, sealed } from './sealed.ts';
import { type Simulated, simulate } from './simulate.ts';
import { type Watched, watched } from './watched.ts';

export type BenchRun = {
  readonly gravest: VerdictLevel;
  /** Families that stood then. */
  readonly standing: readonly Family[];
  /** Signals that stood at some poll. */
  readonly stood: readonly SignalName[];
  /** From the first post to the first poll that said so or worse; null if none did. */
  readonly minutesTo: Watched['minutesTo'];
  /** Accounts named in groups that belong to the core; null where no account is named. */
  readonly precision: number | null;
  /** Accounts of the core that are named in groups; null where nobody acted together. */
  readonly recall: number | null;
};

/** The event begins in the hour after this: how its seconds fall between two polls is chance. */
const HOUR_START_MS = Date.UTC(2026, 2, 5, 9);
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 86_400_000;
/** One for each five posts of the event: 400 at 2,000. */
const NEIGHBOURS_A_POST = 0.2;

const NOTHING_SEEN: BenchRun = {
  gravest: 'undecided',
  standing: [],
  stood: [],
  minutesTo: { organic: null, suspicious: null, coordinated: null },
  precision: null,
  recall: 0,
};

/** What a monitor meets: an event, and what it knows of earlier ones. */
export type BenchEvent = {
  readonly event: Simulated;
  readonly earlier: readonly EarlierBurst[];
  readonly usual: UsualAuthors;
};

/** Plays a case once and watches it as the monitor would. */
export function benchRun(benchCase: BenchCase, seed: number, detection?: Detection): BenchRun {
  const met = benchEvent(benchCase, seed);
  if (seenOf(met.event).length === 0) return NOTHING_SEEN;
  const result = watchedEvent(benchCase, met, detection);
  const named = new Set(result.last.groups.flatMap(({ accounts }) => accounts));
  return {
    gravest: result.gravest.level,
    standing: result.gravest.standing,
    stood: result.stood,
    minutesTo: result.minutesTo,
    ...found(met.event.core, named),
  };
}

/** What is said of an event while it grows. */
export function watchedEvent(
  benchCase: BenchCase,
  { event, earlier, usual }: BenchEvent,
  detection?: Detection,
): Watched {
  return watched(sealed(seenOf(event)), {
    pollMs: benchCase.pollSeconds * 1000,
    earlier: earlier.length === 0 ? null : earlier,
    hashtag: event.truth.hashtag,
    usual,
    ...(detection === undefined ? {} : { detection }),
  });
}

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
    // A week apart, under hashtags of their own.
    const beforeMs = startMs - (benchCase.earlier - at) * WEEK_MS;
    const returning = peopleOf(events);
    events.push(
      play(benchCase, seed, { hashtag: `before${at}`, startMs: beforeMs, returning, neighbours }),
    );
  }
  const returning = peopleOf(events);
  return {
    event: play(benchCase, seed, { hashtag: 'event', startMs, returning, neighbours }),
    earlier: events.map(remembered),
    usual: usualAuthors(seed, startMs),
  };
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

function found(core: readonly Account[], named: ReadonlySet<string>) {
  const acted = new Set(core.map(({ id }) => SIMULATED_SECRET.pseudonym('', id)));
  const right = [...named].filter((account) => acted.has(account)).length;
  return {
    precision: named.size === 0 ? null : right / named.size,
    recall: acted.size === 0 ? null : right / acted.size,
  };
}
