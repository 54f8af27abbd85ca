import { isMeasured, type SignalName } from '../../functions/model/evidence.ts';
import type { Family, Verdict, VerdictLevel } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import type { BenchCase } from './bench-cases.ts';
import { type BenchEvent, benchEvent, seenOf } from './bench-event.ts';
import type { Account } from './draft.ts';
import { SIMULATED_SECRET, sealed } from './sealed.ts';
import { type Watched, watched } from './watched.ts';

export type BenchRun = {
  readonly seed: number;
  readonly gravest: VerdictLevel;
  /** Families that stood then. */
  readonly standing: readonly Family[];
  /** What that rests on, in figures. */
  readonly rests: string;
  /** Signals that stood at some poll. */
  readonly stood: readonly SignalName[];
  /** From the first post to the first poll that said so or worse; null if none did. */
  readonly minutesTo: Watched['minutesTo'];
  /** Accounts named in groups that belong to the core; null where no account is named. */
  readonly precision: number | null;
  /** Accounts of the core that are named in groups; null where nobody acted together. */
  readonly recall: number | null;
};

const NOTHING_SEEN: Omit<BenchRun, 'seed'> = {
  gravest: 'undecided',
  standing: [],
  rests: '',
  stood: [],
  minutesTo: { organic: null, suspicious: null, coordinated: null },
  precision: null,
  recall: 0,
};

/** Plays a case once and watches it as the monitor would. */
export function benchRun(benchCase: BenchCase, seed: number, detection?: Detection): BenchRun {
  const met = benchEvent(benchCase, seed);
  if (seenOf(met.event).length === 0) return { seed, ...NOTHING_SEEN };
  const result = watchedEvent(benchCase, met, detection);
  const named = new Set(result.last.groups.flatMap(({ accounts }) => accounts));
  return {
    seed,
    gravest: result.gravest.level,
    standing: result.gravest.standing,
    rests: restsOf(result.gravest),
    stood: result.stood,
    minutesTo: result.minutesTo,
    ...found(met.event.core, named),
  };
}

/** What is said of an event while it grows. */
export function watchedEvent(
  benchCase: BenchCase,
  { event, earlier, usual, volume }: BenchEvent,
  detection?: Detection,
): Watched {
  return watched(sealed(seenOf(event)), {
    pollMs: benchCase.pollSeconds * 1000,
    earlier: earlier.length === 0 ? null : earlier,
    hashtag: event.truth.hashtag,
    usual,
    burstAt: volume.at,
    ...(detection === undefined ? {} : { detection }),
  });
}

/** @example '199 posts of 87 accounts: concentration (score 7.6, effect 1.92, 55 accounts)' */
function restsOf({ evidence, citing, posts, accounts }: Verdict): string {
  const cited = evidence
    .filter(isMeasured)
    .filter(({ signal }) => citing.includes(signal))
    .map(
      (one) =>
        `${one.signal} (score ${one.score.toFixed(1)}, effect ${one.effect.toFixed(2)}, ${one.accounts} accounts)`,
    );
  return `${posts} posts of ${accounts} accounts: ${cited.join(', ')}`;
}

function found(core: readonly Account[], named: ReadonlySet<string>) {
  const acted = new Set(core.map(({ id }) => SIMULATED_SECRET.pseudonym('', id)));
  const right = [...named].filter((account) => acted.has(account)).length;
  return {
    precision: named.size === 0 ? null : right / named.size,
    recall: acted.size === 0 ? null : right / acted.size,
  };
}
