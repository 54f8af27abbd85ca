/** What kinds of events the calendar tells apart. */
export const EVENT_KINDS = [
  'match',
  'talks',
  'ruling',
  'broadcast',
  'vote',
  'speech',
  'release',
  'protest',
  'disaster',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something public that somebody said would happen, or did. */
export type KnownEvent = {
  /** Start and a hash of what it is: the same event brought twice is one. See `eventIdOf`. */
  readonly eventId: string;
  readonly kind: EventKind;
  /** Of a public event, never of a person's. */
  readonly title: string | null;
  readonly startMs: number;
  /** Null where nobody said. */
  readonly endMs: number | null;
  /** In words; null where it is everywhere, or nobody said. */
  readonly place: string | null;
  /** Normalised; empty where it is not said which hashtags it concerns. */
  readonly hashtags: readonly string[];
  /** It is itself a public call to post. */
  readonly openCall: boolean;
  /** Who says so: an address to check it at. */
  readonly statedBy: string;
};

/** The events that begin in one week of the calendar. */
export type EventWeek = {
  /** Weeks since the epoch; see `weekOf`. */
  readonly week: number;
  /** By start, then by id. */
  readonly events: readonly KnownEvent[];
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};

/** An event that a burst began near. */
export type NearEvent = {
  readonly event: KnownEvent;
  /** From the event's start to the burst's; below 0 where the event began within the burst's first bucket. */
  readonly afterMs: number;
  /** `hashtag`: the calendar says that it concerns one of the burst's; `time`: nothing but the moment ties them. */
  readonly tie: 'hashtag' | 'time';
  /** How many of the days before had an event so tied at the same time of day; null where too few are known. */
  readonly usual: { readonly days: number; readonly near: number } | null;
};

/** Whether a hashtag's coordinated bursts keep beginning with one kind of event. */
export type EventPattern =
  | { readonly state: 'unmeasured'; readonly reason: string }
  | {
      readonly state: 'measured';
      readonly kind: EventKind;
      /** Coordinated bursts looked at, and those of them that began near an event of the kind. */
      readonly bursts: number;
      readonly near: number;
      /** How many would by chance, as often as such events are at the same times of other days. */
      readonly expected: number;
      /** -log10 of the chance of so many or more, for as many kinds as were looked at. */
      readonly score: number;
      /** Surprising enough to be told. */
      readonly stands: boolean;
    };

/** What the calendar says of a burst. Words beside the verdict; never a part of it. */
export type Occasion = {
  /** Tied by hashtag first, then the nearest. */
  readonly near: readonly NearEvent[];
  /** The public call on record for it; null where there is none. */
  readonly openCall: KnownEvent | null;
  readonly pattern: EventPattern;
};

const WEEK_MS = 7 * 86_400_000;

/** How long an event is kept after the end of its week. */
const KEPT_MS = 400 * 86_400_000;

/** When the events of a week are forgotten, epoch milliseconds. */
export function forgottenMs(week: number): number {
  return (week + 1) * WEEK_MS + KEPT_MS;
}

export function weekOf(ms: number): number {
  return Math.floor(ms / WEEK_MS);
}

export function eventIdOf(event: Omit<KnownEvent, 'eventId'>): string {
  const { startMs, kind, title, place, statedBy } = event;
  const text = [kind, statedBy, place ?? '', title ?? ''].join('\u0000');
  return `${startMs}-${hashed(text, 0x811c9dc5)}${hashed(text, 0x9dc5811c)}`;
}

/** @returns when the event of this id begins, epoch milliseconds; undefined if it is none */
export function parseEventId(eventId: string): number | undefined {
  const [, start] = /^(-?\d{1,15})-[0-9a-f]{16}$/.exec(eventId) ?? [];
  return start === undefined ? undefined : Number(start);
}

/** @source FNV-1a, 32 bits, 8 hex digits */
function hashed(text: string, basis: number): string {
  let hash = basis;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
