import { MOST_SERVERS, placeOf, serversOf } from './servers.ts';
import type { SourceName, WatchHealth } from './watch.ts';

/**
 * What became of a hashtag while it stood on a list:
 * `waiting` for room in the budget · `opening`, to be watched · `open`, watched · `closing`, to be
 * watched no more · `over`, it was watched long enough or a person ended it · `theirs`, a person
 * watches it · `other-language`, its posts are in none of the languages wanted.
 */
export const STAY_STATES = [
  'waiting',
  'opening',
  'open',
  'closing',
  'over',
  'theirs',
  'other-language',
] as const;
export type StayState = (typeof STAY_STATES)[number];

/** A hashtag's time on a list: from when it came until it was off the list for long. */
export type Stay = {
  /** Normalised, without `#`. */
  readonly hashtag: string;
  /** As the network writes it, without `#`. */
  readonly display: string;
  /** When it was first read there, epoch milliseconds. */
  readonly sinceMs: number;
  /** Since when it trends, as the network says, epoch milliseconds; absent where it does not. */
  readonly startedMs?: number | undefined;
  /** For how long the list was read without it, milliseconds; 0 while it is there. */
  readonly absentMs: number;
  readonly state: StayState;
  /** When it began to be watched, epoch milliseconds; absent if it never was. */
  readonly openedMs?: number | undefined;
};

/** A list of what trends, as it was read last. */
export type TrendList = {
  /** As settings write it: `mastodon@server`, `x@woeid`, `bluesky`. */
  readonly name: string;
  /** The last time that it could be read, epoch milliseconds; 0 before the first. */
  readonly readMs: number;
  readonly health: WatchHealth;
  /** Those on it by their rank, then those that were. */
  readonly stays: readonly Stay[];
  /** Counts the writes; a write is conditional on it. 0 before the first. */
  readonly version: number;
};

/** Where a list is read. */
export type ListAddress = {
  readonly name: string;
  readonly source: SourceName;
  /** The place of the source, and of the watches of what trends there. */
  readonly place: string | null;
  /** The place that the source is asked about. */
  readonly about: string | null;
};

const SERVER = /^[\p{L}\p{N}.-]+(:\d{1,5})?$/u;
const WOEID = /^\d{1,9}$/;

/**
 * @param name `mastodon@server`, `mastodon@one+two` for several servers as one, `x@woeid`, `bluesky`
 * @returns undefined if `name` is none of these
 */
export function listAddress(name: string): ListAddress | undefined {
  const [source, place, ...rest] = name.trim().toLowerCase().split('@');
  if (rest.length > 0) return undefined;
  if (source === 'bluesky' && place === undefined)
    return { name: 'bluesky', source, place: null, about: null };
  if (source === 'x' && place !== undefined && WOEID.test(place))
    return { name: `x@${place}`, source, place: null, about: place };
  return source === 'mastodon' && place !== undefined ? serverList(place) : undefined;
}

function serverList(text: string): ListAddress | undefined {
  const servers = serversOf(text);
  const place = placeOf(servers);
  if (servers.length > MOST_SERVERS || !servers.every((server) => SERVER.test(server)))
    return undefined;
  return { name: `mastodon@${place}`, source: 'mastodon', place, about: null };
}
