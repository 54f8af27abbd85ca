import {
  EVENT_KINDS,
  type EventKind,
  type EventPattern,
  type KnownEvent,
} from '../model/known-event.ts';
import { poissonBinomialSurprise } from '../stats/poisson-binomial-surprise.ts';
import { type BurstMoment, isNear, knownFrom, tieOf, usualNear } from './near-events.ts';

/** Fewer bursts make no pattern. */
const LEAST_BURSTS = 3;
/** Told from once in a thousand on, and never for fewer bursts than make a pattern. */
const MIN_SCORE = 3;

type MeasuredPattern = Extract<EventPattern, { state: 'measured' }>;

/**
 * Do coordinated bursts keep beginning with one kind of event? Each burst is compared with the same
 * time of the days before it, so that an evening programme is not evidence against evening bursts;
 * the kinds looked at are paid for.
 *
 * @param bursts coordinated ones of one hashtag
 * @param events of the weeks in which they lie, and of the four before
 */
export function measureEventPattern(
  bursts: readonly BurstMoment[],
  events: readonly KnownEvent[],
): EventPattern {
  if (bursts.length < LEAST_BURSTS) {
    return unmeasured(
      `${bursts.length} coordinated ${bursts.length === 1 ? 'burst' : 'bursts'} of this hashtag; ${LEAST_BURSTS} are needed`,
    );
  }
  const knownFromMs = knownFrom(events);
  const known = bursts.filter((burst) => usualNear([], burst, knownFromMs) !== null);
  if (known.length < LEAST_BURSTS) {
    return unmeasured(
      `the calendar reaches a week back for ${known.length} of ${bursts.length} coordinated bursts; ${LEAST_BURSTS} are needed`,
    );
  }
  const kinds = EVENT_KINDS.filter((kind) => events.some((event) => event.kind === kind));
  const [strongest] = kinds
    .map((kind) => measureKind(kind, known, events, knownFromMs, kinds.length))
    .sort((one, other) => other.score - one.score || other.near - one.near);
  return strongest ?? unmeasured('the calendar is empty');
}

function measureKind(
  kind: EventKind,
  bursts: readonly BurstMoment[],
  events: readonly KnownEvent[],
  knownFromMs: number,
  kinds: number,
): MeasuredPattern {
  const ofKind = events.filter((event) => event.kind === kind);
  const tied = (burst: BurstMoment) => ofKind.filter((event) => tieOf(event, burst) !== null);
  const near = bursts.filter((burst) =>
    tied(burst).some((event) => isNear(event, burst.startMs, burst.bucketMs)),
  ).length;
  const chances = bursts.map((burst) => chanceOf(usualNear(tied(burst), burst, knownFromMs)));
  const score = Math.max(0, poissonBinomialSurprise(chances, near) - Math.log10(kinds));
  return {
    state: 'measured',
    kind,
    bursts: bursts.length,
    near,
    expected: chances.reduce((sum, chance) => sum + chance, 0),
    score,
    stands: near >= LEAST_BURSTS && score >= MIN_SCORE,
  };
}

/** As if one day more had such an event and one had none: days are few, and never is a strong word. */
function chanceOf(usual: ReturnType<typeof usualNear>): number {
  return usual === null ? 1 : (usual.near + 1) / (usual.days + 2);
}

function unmeasured(reason: string): EventPattern {
  return { state: 'unmeasured', reason };
}
