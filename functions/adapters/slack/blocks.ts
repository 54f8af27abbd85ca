import type { KnownBlock } from '@slack/types';
import type { AlertMessage } from '../../model/alert.ts';
import { counted } from '../../model/counted.ts';
import { shownHashtag } from '../../model/shown-hashtag.ts';
import { sparkLine } from '../../model/spark-line.ts';
import {
  capital,
  contextLine,
  cut,
  escapeMarkup,
  FALLBACK_MAX,
  fact,
  header,
  linkTo,
  section,
} from './parts.ts';

const REASONS_SHOWN = 3;

const MARK: Readonly<Record<AlertMessage['level'], string>> = {
  suspicious: ':large_yellow_circle:',
  coordinated: ':red_circle:',
};

/** The alert in Block Kit: headline, facts, volume, the three strongest reasons, the innocent reading, a link. */
export function slackBlocks(alert: AlertMessage): KnownBlock[] {
  return [
    header(
      alert.alertId,
      `${MARK[alert.level]} ${capital(alert.level)} burst${alert.openly ? ', openly' : ''}: ${shownHashtag(alert)}`,
    ),
    { type: 'section', fields: facts(alert) },
    section(`*Posts every ${alert.bucketMinutes} min*\n\`${sparkLine(alert.volume)}\``),
    section(
      `*Why*\n${alert.reasons
        .slice(0, REASONS_SHOWN)
        .map((reason) => `• ${escapeMarkup(reason)}`)
        .join('\n')}`,
    ),
    ...(alert.events?.length
      ? [
          section(
            `*Known events*\n${alert.events.map((one) => `• ${escapeMarkup(one)}`).join('\n')}`,
          ),
        ]
      : []),
    section(`*What else it could be*\n${escapeMarkup(alert.alternative)}`),
    section(linkTo(alert.link, 'Evidence and chart', `burst ${alert.burstId}`)),
    contextLine('Speaks of coordination only: not of who is behind it, nor of payment.'),
  ];
}

/** The line that a notification shows, where no blocks fit. */
export function slackFallback(alert: AlertMessage): string {
  const reason = alert.reasons[0] ?? 'see the page';
  const line = `${capital(alert.level)} burst of ${shownHashtag(alert)} on ${alert.source}: ${reason}`;
  return cut(escapeMarkup(line), FALLBACK_MAX);
}

function facts(alert: AlertMessage) {
  return [
    fact('Source', alert.source),
    fact('Began', `${new Date(alert.startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`),
    fact('Looked at', `${counted(alert.posts, 'post')} by ${counted(alert.accounts, 'account')}`),
    ...(alert.sample ? [fact('A sample', capital(alert.sample))] : []),
    ...(alert.reached === null ? [] : [fact('How soon', capital(alert.reached))]),
    ...(alert.surge === null ? [] : [fact('Not alone', capital(alert.surge))]),
    ...(alert.share === null ? [] : [fact('Looks coordinated', capital(alert.share))]),
    fact('Strength', `${alert.strength.toFixed(2)} of 1, for ranking`),
  ];
}
