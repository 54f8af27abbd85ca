import { millisecondsInMinute } from 'date-fns/constants';
import { serverOrigin } from '../functions/adapters/net/server-origin.ts';
import { displayHashtag } from '../functions/model/display-hashtag.ts';
import { SettingsError } from '../functions/model/errors.ts';
import { normaliseHashtag } from '../functions/model/hashtag.ts';
import { hashtagFault, sourceHashtagFault } from '../functions/model/hashtag-fault.ts';
import { PARTNER_NAME } from '../functions/model/partner-name.ts';
import {
  MOST_PLACE_CHARACTERS,
  MOST_SERVERS,
  placeOf,
  serversOf,
} from '../functions/model/servers.ts';
import type { SourceName } from '../functions/model/watch.ts';
import type { WatchWish } from '../functions/steps/add-watch.ts';

export const LIVE_INTERVAL_MINUTES = 5;

/** How a live watch is written, by its source. */
const WATCH_SPELLINGS = {
  mastodon: 'mastodon:#hashtag@server',
  bluesky: 'bluesky:#hashtag',
  x: 'x:#hashtag',
  ingest: 'ingest:#hashtag@partner',
} as const satisfies Partial<Record<SourceName, string>>;

const SPELLING = /^(?<source>[a-z]+):[#＃]*(?<hashtag>[^@#＃:\s]+)(@(?<place>[^@\s/]+))?$/u;

/** @throws {SettingsError} that says how a watch is written */
export function parseWatch(text: string, nowMs: number): WatchWish {
  const { source, hashtag, place } = SPELLING.exec(text)?.groups ?? {};
  if (!isLive(source)) throw misspelt(text, Object.values(WATCH_SPELLINGS).join(', '));
  const own = placeAt(source, place);
  if (own === undefined || hashtag === undefined) throw misspelt(text, WATCH_SPELLINGS[source]);
  const fault = hashtagFault(hashtag) ?? sourceHashtagFault(source, hashtag);
  if (fault !== undefined)
    throw new SettingsError(`--watch: the hashtag ${fault}; found "${displayOf(hashtag)}"`);
  return {
    source,
    place: own,
    hashtag,
    intervalMinutes: LIVE_INTERVAL_MINUTES,
    // Due in the minute in which it begins: a server that cannot be read is told at once.
    phaseMinutes: Math.floor(nowMs / millisecondsInMinute) % LIVE_INTERVAL_MINUTES,
  };
}

function isLive(source: string | undefined): source is keyof typeof WATCH_SPELLINGS {
  return source !== undefined && Object.hasOwn(WATCH_SPELLINGS, source);
}

/** @returns undefined for a place that the source cannot have, or one that it lacks */
function placeAt(source: SourceName, place: string | undefined): string | null | undefined {
  if (source === 'bluesky' || source === 'x') return place === undefined ? null : undefined;
  if (place === undefined) return undefined;
  if (source === 'ingest') return PARTNER_NAME.test(place) ? place : undefined;
  const servers = serversOf(place);
  return servers.length <= MOST_SERVERS &&
    place.length <= MOST_PLACE_CHARACTERS &&
    servers.every(isServer)
    ? placeOf(servers)
    : undefined;
}

/** What turns lines about has no place in a message. */
function displayOf(typed: string): string {
  return displayHashtag(typed) ?? normaliseHashtag(typed);
}

function isServer(server: string): boolean {
  try {
    serverOrigin(server, 'https');
    return true;
  } catch {
    return false;
  }
}

function misspelt(text: string, spelling: string): SettingsError {
  return new SettingsError(
    `--watch must be written as ${spelling}, for example "mastodon:#news@mastodon.example" or "mastodon:#news@one.example+two.example"; found "${text}"`,
  );
}
