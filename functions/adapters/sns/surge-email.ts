import { formatDistanceStrict } from 'date-fns/formatDistanceStrict';
import type { SurgeMessage } from '../../model/surge.ts';
import { minute, subjectLine } from './email-parts.ts';

export function surgeSubject(surge: SurgeMessage): string {
  return subjectLine(`Turfwatch: ${surge.headline}`);
}

/** The surge as a person reads it: what rose, since when, what it means. A paragraph is one line. */
export function surgeText(surge: SurgeMessage): string {
  const { startMs, raisedMs, hashtags } = surge;
  return [
    surge.headline,
    '',
    `Since ${minute(startMs)}, noticed ${formatDistanceStrict(raisedMs, startMs)} later.`,
    ...(hashtags.length === 0
      ? []
      : [`First to rise: ${hashtags.map((hashtag) => `#${hashtag}`).join(' ')}`]),
    '',
    ...surge.meaning.flatMap((paragraph) => [paragraph, '']),
    'All bursts:',
    surge.link,
    '',
    `Notice ${surge.alertId}`,
  ].join('\n');
}
