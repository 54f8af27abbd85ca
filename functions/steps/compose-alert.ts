import type { AlertMessage } from '../model/alert.ts';
import type { Burst } from '../model/burst.ts';
import type { Occasion } from '../model/known-event.ts';
import { serversOf } from '../model/servers.ts';
import { reachedWords } from '../verdict/reached-words.ts';
import { isPart, sampleWords } from '../verdict/sample-words.ts';
import { shareWords } from '../verdict/share-words.ts';
import { surgeWords } from '../verdict/surge-words.ts';
import { alternativeOf, reasonsOf } from '../verdict/words.ts';
import { isOpenly, occasionWords } from './occasion-words.ts';

/**
 * One alert, ready to be shown on any channel.
 *
 * @param volume posts a bucket around its start, oldest first; null for a bucket that was missed
 * @param pageUrl address of the dashboard, without a trailing slash
 * @returns undefined if the burst has no alert to tell
 */
export function composeAlert(
  burst: Burst,
  volume: AlertMessage['volume'],
  occasion: Occasion,
  pageUrl: string,
): AlertMessage | undefined {
  const { alert, verdict } = burst;
  if (alert === null || verdict === null) return undefined;
  return {
    alertId: alert.alertId,
    level: alert.level,
    source: sourceWords(burst),
    hashtag: burst.hashtag,
    ...(burst.display !== undefined && { display: burst.display }),
    burstId: burst.burstId,
    raisedMs: alert.raisedMs,
    startMs: burst.startMs,
    reached: reachedWords(burst),
    strength: verdict.strength,
    share: verdict.share ? shareWords(verdict.share, isPart(burst.sample)) : null,
    posts: verdict.posts,
    accounts: verdict.accounts,
    sample: sampleWords(burst.sample) ?? undefined,
    surge: burst.surge === null ? null : surgeWords(burst.surge),
    volume,
    bucketMinutes: burst.bucketMinutes,
    expected: burst.expected,
    reasons: reasonsOf(verdict),
    alternative: alternativeOf(verdict),
    events: occasionWords(occasion, verdict.level),
    openly: isOpenly(occasion, verdict.level),
    link: `${pageUrl}/#/bursts/${encodeURIComponent(burst.burstId)}`,
    thresholds: verdict.thresholds,
  };
}

/** Servers are told apart, so that a narrow screen can break between them. */
function sourceWords({ source, place }: Burst): string {
  return place === null ? source : `${source} (${serversOf(place).join(' + ')})`;
}
