import type { readDiscover } from '../functions/settings/discover.ts';
import type { WatchWish } from '../functions/steps/add-watch.ts';
import { LIVE_INTERVAL_MINUTES } from './parse-watch.ts';

type DiscoverSettings = ReturnType<typeof readDiscover>;

const HOUR_MS = 3_600_000;

/** What a live start says: what is watched, what is discovered, and how long until bursts are told. */
export function liveWords(wanted: readonly WatchWish[], settings: DiscoverSettings): string {
  return [
    ...watchedWords(wanted),
    ...discoverWords(settings),
    'A new watch first reads what its source still knows of seven days, in minutes, an hour for the busiest; where that is little, its baseline is young for a day.',
  ].join('\n');
}

function watchedWords(wanted: readonly WatchWish[]): readonly string[] {
  if (wanted.length === 0) return [];
  const names = wanted.map(
    ({ source, hashtag, place }) => `#${hashtag.replace(/^[#＃]/u, '')} at ${place ?? source}`,
  );
  return [`Watching ${names.join(', ')}, polled every ${LIVE_INTERVAL_MINUTES} minutes.`];
}

function discoverWords(settings: DiscoverSettings): readonly string[] {
  const { lists, mostWatches, mostAnHour, watchMs, coolMs, languages, allow, deny } = settings;
  if (lists.length === 0) return [];
  const only = [
    ...(languages.length > 0 ? [`languages ${languages.join(', ')} or unknown`] : []),
    ...(allow.length > 0 ? [`${allow.length} allowed`] : []),
    ...(deny.length > 0 ? [`${deny.length} denied`] : []),
  ];
  return [
    `Discovering what newly trends at ${lists.map(({ name }) => name).join(', ')}${only.length > 0 ? ` (${only.join('; ')})` : ''}.`,
    `At most ${mostWatches} hashtags at once and ${mostAnHour} new an hour; each for ${watchMs / HOUR_MS} hours, or until it has been off its list for ${coolMs / HOUR_MS}.`,
  ];
}
