import type { SourceView } from '../functions/contract/source.ts';
import type { SourceName } from '../functions/contract/words.ts';
import { counted } from './wording.ts';

export const SOURCE_WORDS: Readonly<Record<SourceName, string>> = {
  replay: 'Replayed files',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  x: 'X',
  ingest: 'Partners',
};

/**
 * Where posts come from, as a reader knows it: the servers or the partner, or the source where it is but one.
 *
 * @example placeName({ source: 'mastodon', place: 'one.example+two.example' }) // 'one.example + two.example'
 */
export function placeName(from: {
  readonly source: SourceName;
  readonly place: string | null;
}): string {
  const { source, place } = from;
  if (place === null) return SOURCE_WORDS[source];
  return source === 'ingest' ? `partner ${place}` : place.split('+').join(' + ');
}

export const DELETION_WORDS: Readonly<Record<SourceView['deletions'], string>> = {
  'looked-up': 'looked for one by one',
  'by-absence': 'seen by their absence',
  unseen: 'not seen',
};

export const AUTHOR_DATE_WORDS: Readonly<Record<SourceView['authorDates'], string>> = {
  exact: 'exact',
  day: 'to the day',
  'self-declared': 'as declared',
  unknown: 'not known',
};

/** @example finenessWords(60_000) // 'by the minute' */
export function finenessWords(countMs: number): string {
  if (countMs <= 1000) return 'by the second';
  if (countMs <= 60_000) return 'by the minute';
  return `by ${counted(Math.round(countMs / 60_000), 'minute')}`;
}

const DAY_MS = 86_400_000;

/** @example reachWords(7 * DAY_MS) // '7 days back' */
export function reachWords(pastMs: number): string {
  if (pastMs === 0) return 'no';
  const days = Math.round(pastMs / DAY_MS);
  return days >= 1
    ? `${counted(days, 'day')} back`
    : `${counted(Math.round(pastMs / 3_600_000), 'hour')} back`;
}

/** @example priceWords({ countRequest: 0.005, post: 0.005, author: 0.01 }) // '$0.005 a count, $0.005 a post, $0.01 an author' */
export function priceWords({ countRequest, post, author }: SourceView['priceUsd']): string {
  const prices = [
    countRequest > 0 && `$${countRequest} a count`,
    post > 0 && `$${post} a post`,
    author > 0 && `$${author} an author`,
  ].filter((price) => price !== false);
  return prices.length === 0 ? 'none' : prices.join(', ');
}
