import type { KnownBlock } from '@slack/types';
import type { SurgeMessage } from '../../model/surge.ts';
import { cut, escapeMarkup, FALLBACK_MAX, fact, header, linkTo, section } from './parts.ts';

/** A surge in Block Kit: headline, since when, which were first, what it means, a link. */
export function surgeBlocks(surge: SurgeMessage): KnownBlock[] {
  const first = surge.hashtags.map((hashtag) => `#${hashtag}`).join(' ');
  return [
    header(surge.alertId, `:large_blue_circle: ${surge.headline}`),
    {
      type: 'section',
      fields: [
        fact('Source', surge.source),
        fact(
          'Since',
          `${new Date(surge.startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
        ),
        ...(first === '' ? [] : [fact('First to rise', first)]),
      ],
    },
    ...surge.meaning.map((paragraph) => section(escapeMarkup(paragraph))),
    section(linkTo(surge.link, 'All bursts', 'the page')),
  ];
}

/** The line that a notification shows, where no blocks fit. */
export function surgeFallback(surge: SurgeMessage): string {
  return cut(escapeMarkup(`${surge.headline}. This says nothing of coordination.`), FALLBACK_MAX);
}
