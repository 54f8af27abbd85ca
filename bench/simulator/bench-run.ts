import type { VerdictLevel } from '../../functions/model/verdict.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { sketchParticipants } from '../../functions/signals/sketch-participants.ts';
import type { BenchCase } from './bench-cases.ts';
import { chanceFrom } from './chance.ts';
import type { Account } from './draft.ts';
import { SIMULATED_SECRET, sealed } from './sealed.ts';
import { type Simulated, simulate } from './simulate.ts';
import { watched } from './watched.ts';

export type BenchRun = {
  readonly gravest: VerdictLevel;
  readonly minutesToCoordinated: number | null;
  /** Accounts named in groups that belong to the core; null where no account is named. */
  readonly precision: number | null;
  /** Accounts of the core that are named in groups; null where nobody acted together. */
  readonly recall: number | null;
};

/** The event begins in the hour after this: how its seconds fall between two polls is chance. */
const HOUR_START_MS = Date.UTC(2026, 2, 5, 9);
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 86_400_000;

/** Plays a case once and watches it as the monitor would. */
export function benchRun(benchCase: BenchCase, seed: number): BenchRun {
  const startMs = HOUR_START_MS + chanceFrom(seed).fork('start').uniform() * HOUR_MS;
  const { events, earlier } = playedBefore(benchCase, seed, startMs);
  const event = play(benchCase, seed, 'event', startMs, coreOf(events));
  const posts = sealed(event.posts);
  const pollMs = benchCase.pollSeconds * 1000;
  const result = watched(posts, { pollMs, earlier: earlier.length === 0 ? null : earlier });
  return {
    gravest: result.gravest.level,
    minutesToCoordinated: result.minutesToCoordinated,
    ...found(event.core, new Set(result.last.groups.flatMap(({ accounts }) => accounts))),
  };
}

/** Earlier events of the same people, a week apart, under hashtags of their own. */
function playedBefore(benchCase: BenchCase, seed: number, eventMs: number) {
  const events: Simulated[] = [];
  const earlier: EarlierBurst[] = [];
  for (let at = 0; at < benchCase.earlier; at += 1) {
    const startMs = eventMs - (benchCase.earlier - at) * WEEK_MS;
    const event = play(benchCase, seed, `before${at}`, startMs, coreOf(events));
    const posts = sealed(event.posts);
    const endMs = posts.at(-1)?.createdMs ?? startMs;
    events.push(event);
    earlier.push({ hashtag: `before${at}`, startMs, endMs, sketch: sketchParticipants(posts) });
  }
  return { events, earlier };
}

function coreOf(events: readonly Simulated[]): readonly Account[] {
  return [...new Set(events.flatMap(({ core }) => core))];
}

function play(
  { scenario, posts, dose, parameters }: BenchCase,
  seed: number,
  hashtag: string,
  startMs: number,
  returning: readonly Account[],
): Simulated {
  const input = {
    seed,
    hashtag,
    startMs,
    posts,
    returning,
    ...(dose === undefined ? {} : { dose }),
  };
  return simulate(scenario, input, parameters);
}

function found(core: readonly Account[], named: ReadonlySet<string>) {
  const acted = new Set(core.map(({ id }) => SIMULATED_SECRET.pseudonym('', id)));
  const right = [...named].filter((account) => acted.has(account)).length;
  return {
    precision: named.size === 0 ? null : right / named.size,
    recall: acted.size === 0 ? null : right / acted.size,
  };
}
