import type { SurgeMessage } from '../../functions/model/surge.ts';
import { composeSurge } from '../../functions/steps/compose-surge.ts';

const NOON = Date.UTC(2026, 0, 6, 12);

/** A surge as a channel gets it. */
export function aSurge(overrides: Partial<SurgeMessage> = {}): SurgeMessage {
  const message = composeSurge(
    { source: 'mastodon', place: 'one.example' },
    {
      ...{ rose: 812, watched: 1000, fromMs: NOON, untilMs: NOON + 240_000 },
      hashtags: ['harbour', 'سیلاب', 'derby'],
      notice: {
        noticeId: `surge:mastodon@one.example/${NOON}`,
        ...{ state: 'pending', raisedMs: NOON + 240_000, sentMs: null },
      },
    },
    'https://page.example',
  );
  return { ...message, ...overrides };
}
