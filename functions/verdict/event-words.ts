import { isolated } from '../model/isolated.ts';
import type { EventKind, EventPattern, KnownEvent, NearEvent } from '../model/known-event.ts';
import type { VerdictLevel } from '../model/verdict.ts';

const A_KIND: Readonly<Record<EventKind, string>> = {
  match: 'a match',
  talks: 'talks',
  ruling: 'a ruling',
  broadcast: 'a broadcast',
  vote: 'a vote',
  speech: 'a speech',
  release: 'a release',
  protest: 'a protest',
  disaster: 'a disaster',
  other: 'an event',
};

/**
 * An event that a burst began with, as a sentence: an explanation where nothing stands out, a
 * coincidence to weigh where something does.
 *
 * @example 'A known event may explain it: it began 4 min after the start of a match, Karachi (says league.example).'
 */
export function nearEventWords(near: NearEvent, level: VerdictLevel | null): string {
  const opening =
    level === 'coordinated' || level === 'suspicious'
      ? 'It coincides with a known event'
      : 'A known event may explain it';
  return `${opening}: it began ${afterWords(near)} ${namedEvent(near.event)}${tieWords(near)}.`;
}

/** @example 'Openly: a public call to post is on record (says union.example).' */
export function openCallWords({ title, statedBy }: KnownEvent): string {
  const named = title === null ? '' : `, “${isolated(title)}”`;
  return `Openly: a public call to post is on record${named} (says ${speaker(statedBy)}).`;
}

/**
 * @returns null where nothing is to be told
 * @example '5 of the last 6 coordinated bursts of this hashtag began within 15 min of a broadcast; by chance 0.6 would.'
 */
export function eventPatternWords(pattern: EventPattern): string | null {
  if (pattern.state === 'unmeasured' || !pattern.stands) return null;
  const { near, bursts, kind, expected } = pattern;
  return `${near} of the last ${bursts} coordinated bursts of this hashtag began within 15 min after the start of ${A_KIND[kind]}; by chance ${expected.toFixed(1)} would.`;
}

function afterWords({ afterMs }: NearEvent): string {
  if (afterMs < 0) return 'in the minutes of the start of';
  const minutes = Math.round(afterMs / 60_000);
  if (minutes === 0) return 'with the start of';
  if (minutes < 120) return `${minutes} min after the start of`;
  const hours = afterMs / 3_600_000;
  return hours < 48
    ? `${hours.toFixed(1)} h after the start of`
    : `${Math.floor(hours / 24)} days after the start of`;
}

function namedEvent({ kind, title, place, statedBy }: KnownEvent): string {
  const named = title === null ? A_KIND[kind] : `${A_KIND[kind]}, “${isolated(title)}”`;
  const at = place === null ? '' : `, ${isolated(place)}`;
  return `${named}${at} (says ${speaker(statedBy)})`;
}

function tieWords({ tie, usual }: NearEvent): string {
  if (tie === 'hashtag') return '';
  const often =
    usual === null
      ? 'too little of the calendar is known to say how usual that is'
      : `${usual.near} of the ${usual.days} days before had such an event at this time of day`;
  return `. Nothing but the time ties them: ${often}`;
}

/** Who says so, short enough to read. */
function speaker(statedBy: string): string {
  return /^https?:\/\/([^/?#]+)/iu.exec(statedBy)?.[1] ?? statedBy;
}
