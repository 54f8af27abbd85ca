import type { KnownBlock } from '@slack/types';
import type { AlertMessage } from '../../model/alert.ts';
import { sparkLine } from '../../model/spark-line.ts';

/** Slack's own limits, in characters; it refuses a message that passes one. */
const HEADER_MAX = 150;
const SECTION_MAX = 3000;
const FIELD_MAX = 2000;
const BLOCK_ID_MAX = 255;
const FALLBACK_MAX = 3000;
const REASONS_SHOWN = 3;

/** The first half of a character outside the basic plane, or a part of an escaped one. */
const HALF_AT_END = /(?:[\ud800-\udbff]|&[a-z]*)$/;

const MARK: Readonly<Record<AlertMessage['level'], string>> = {
  suspicious: ':large_yellow_circle:',
  coordinated: ':red_circle:',
};

/** The alert in Block Kit: headline, facts, volume, the three strongest reasons, the innocent reading, a link. */
export function slackBlocks(alert: AlertMessage): KnownBlock[] {
  return [
    {
      type: 'header',
      block_id: alert.alertId.slice(-BLOCK_ID_MAX).toWellFormed(),
      text: {
        type: 'plain_text',
        emoji: true,
        text: cut(
          `${MARK[alert.level]} ${capital(alert.level)} burst: #${alert.hashtag}`,
          HEADER_MAX,
        ),
      },
    },
    { type: 'section', fields: facts(alert) },
    section(`*Posts every ${alert.bucketMinutes} min*\n\`${sparkLine(alert.volume)}\``),
    section(
      `*Why*\n${alert.reasons
        .slice(0, REASONS_SHOWN)
        .map((reason) => `• ${escapeMarkup(reason)}`)
        .join('\n')}`,
    ),
    section(`*What else it could be*\n${escapeMarkup(alert.alternative)}`),
    section(linkTo(alert.link, alert.burstId)),
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: 'Speaks of coordination only: not of who is behind it, nor of payment.',
        },
      ],
    },
  ];
}

/** The line that a notification shows, where no blocks fit. */
export function slackFallback(alert: AlertMessage): string {
  const reason = alert.reasons[0] ?? 'see the page';
  const line = `${capital(alert.level)} burst of #${alert.hashtag} on ${alert.source}: ${reason}`;
  return cut(escapeMarkup(line), FALLBACK_MAX);
}

/** A link cannot be cut; one that is too long is told by the name of its burst. */
function linkTo(link: string, burstId: string): string {
  const text = `<${link}|Evidence and chart>`;
  return text.length <= SECTION_MAX ? text : `Evidence and chart: burst ${escapeMarkup(burstId)}`;
}

function facts(alert: AlertMessage) {
  const fact = (name: string, value: string) =>
    ({ type: 'mrkdwn', text: cut(`*${name}*\n${escapeMarkup(value)}`, FIELD_MAX) }) as const;
  return [
    fact('Source', alert.source),
    fact('Began', `${new Date(alert.startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`),
    fact('Looked at', `${alert.posts} posts by ${alert.accounts} accounts`),
    ...(alert.reached === null ? [] : [fact('How soon', capital(alert.reached))]),
    ...(alert.share === null ? [] : [fact('Looks coordinated', capital(alert.share))]),
    fact('Strength', `${alert.strength.toFixed(2)} of 1, for ranking`),
  ];
}

function section(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cut(text, SECTION_MAX) } };
}

/** Slack reads &, < and > as markup. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts through no character of two halves: half of one is no text. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(HALF_AT_END, '')}…`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
