import { formatDistanceStrict } from 'date-fns/formatDistanceStrict';
import type { AlertMessage } from '../../model/alert.ts';
import { counted } from '../../model/counted.ts';
import { shownHashtag } from '../../model/shown-hashtag.ts';
import { sparkLine } from '../../model/spark-line.ts';
import { isAscii, minute, subjectLine } from './email-parts.ts';

const LEVEL_WORDS: Readonly<Record<AlertMessage['level'], string>> = {
  suspicious: 'Suspicious',
  coordinated: 'Coordinated',
};

/** A hashtag in another script is told in the text. */
export function emailSubject(alert: AlertMessage): string {
  const shown = shownHashtag(alert);
  const hashtag = isAscii(shown) ? shown : 'a hashtag';
  return subjectLine(`Turfwatch: ${alert.level} burst of ${hashtag} on ${alert.source}`);
}

/** The alert as a person reads it: what, why, what else it could be, where to look. A paragraph is one line, for the reader's own screen to wrap. */
export function emailText(alert: AlertMessage): string {
  return [
    `${LEVEL_WORDS[alert.level]} burst${alert.openly ? ', openly' : ''}: ${shownHashtag(alert)} on ${alert.source}`,
    '',
    `Began ${minute(alert.startMs)}, judged ${formatDistanceStrict(alert.raisedMs, alert.startMs)} later.`,
    ...(alert.reached === null ? [] : [`${capital(alert.reached)}.`]),
    ...(alert.surge === null ? [] : [`Not alone: it ${alert.surge}.`]),
    `${counted(alert.posts, 'post')} by ${counted(alert.accounts, 'account')} were looked at.`,
    ...(alert.sample ? [`A sample: ${alert.sample}. What is said holds for these.`] : []),
    ...(alert.share === null ? [] : [`Looks coordinated: ${alert.share}.`]),
    `Strength ${alert.strength.toFixed(2)} on a scale from 0 to 1, for ranking; it is not a probability.`,
    '',
    `Posts every ${alert.bucketMinutes} min (usually about ${round(alert.expected)}):`,
    sparkLine(alert.volume),
    '',
    'Why:',
    ...alert.reasons.map((reason) => `- ${reason}`),
    '',
    ...(alert.events?.length
      ? ['Known events:', ...alert.events.map((one) => `- ${one}`), '']
      : []),
    'What else it could be:',
    alert.alternative,
    '',
    'Evidence and chart:',
    alert.link,
    '',
    'This speaks of coordination: accounts acted together more than chance explains. It does not say who is behind it, whether anybody paid, or that any one account did wrong.',
    '',
    `Alert ${alert.alertId}`,
    `Thresholds ${alert.thresholds}`,
  ].join('\n');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function round(posts: number): string {
  return posts < 10 ? posts.toFixed(1) : posts.toFixed(0);
}
