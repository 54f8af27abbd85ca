import type { SourceTide, Surge, SurgeMessage } from '../model/surge.ts';
import { SURGE_MEANING, surgeHeadline } from '../verdict/surge-words.ts';

/**
 * One surge, ready to be shown on any channel.
 *
 * @param pageUrl address of the dashboard, without a trailing slash
 */
export function composeSurge(
  { source, place }: Pick<SourceTide, 'source' | 'place'>,
  surge: Surge,
  pageUrl: string,
): SurgeMessage {
  const name = place === null ? source : `${source} (${place})`;
  return {
    alertId: surge.notice.noticeId,
    level: 'surge',
    source: name,
    raisedMs: surge.notice.raisedMs,
    startMs: surge.fromMs,
    headline: surgeHeadline(surge, name),
    hashtags: surge.hashtags,
    meaning: SURGE_MEANING,
    link: `${pageUrl}/#/`,
  };
}
