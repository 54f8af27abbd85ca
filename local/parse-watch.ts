import { millisecondsInMinute } from 'date-fns/constants';
import { serverOrigin } from '../functions/adapters/net/server-origin.ts';
import { SettingsError } from '../functions/model/errors.ts';
import { normaliseHashtag } from '../functions/model/hashtag.ts';
import { type Watch, watchIdOf } from '../functions/model/watch.ts';

export const LIVE_INTERVAL_MINUTES = 5;

const SPELLING = /^(?<source>mastodon):#?(?<hashtag>[^@#:\s]+)@(?<server>[^@\s/]+)$/u;

/** @throws {SettingsError} that says how a watch is written */
export function parseWatch(text: string, nowMs: number): Watch {
  const { hashtag, server } = SPELLING.exec(text)?.groups ?? {};
  if (hashtag === undefined || server === undefined || !isServer(server)) {
    throw new SettingsError(
      `--watch must be written as mastodon:#hashtag@server, for example "mastodon:#news@mastodon.example"; found "${text}"`,
    );
  }
  const tag = normaliseHashtag(hashtag);
  const place = server.toLowerCase();
  return {
    watchId: watchIdOf('mastodon', tag, place),
    source: 'mastodon',
    place,
    hashtag: tag,
    intervalMinutes: LIVE_INTERVAL_MINUTES,
    // Due in the minute in which it begins: a server that cannot be read is told at once.
    phaseMinutes: Math.floor(nowMs / millisecondsInMinute) % LIVE_INTERVAL_MINUTES,
    state: 'active',
    health: { state: 'ok' },
    createdMs: nowMs,
    version: 0,
  };
}

function isServer(server: string): boolean {
  try {
    serverOrigin(server, 'https');
    return true;
  } catch {
    return false;
  }
}
