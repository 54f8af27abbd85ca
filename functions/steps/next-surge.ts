import { counterOf, type Rise, SURGE_EXAMPLES, type Surge } from '../model/surge.ts';
import type { Watch } from '../model/watch.ts';
import { isSameSurge, joinSurge, type TideSettings, type TideSpan } from '../signals/tide.ts';

/**
 * A source's surge after a count: the last one carried on, or a new one that is still to be told. A
 * surge that was not told yet is carried on whatever comes, lest it be forgotten.
 *
 * @param rises those of the count, earliest first
 */
export function nextSurge(
  of: Pick<Watch, 'source' | 'place'>,
  last: Surge | null,
  span: TideSpan,
  rises: readonly Rise[],
  atMs: number,
  settings: TideSettings,
): Surge {
  if (last === null || (last.notice.state === 'sent' && !isSameSurge(last, span, settings))) {
    const noticeId = `surge:${counterOf(of)}/${span.fromMs}`;
    const { rose, watched, fromMs, untilMs } = span;
    return {
      ...{ rose, watched, fromMs, untilMs },
      hashtags: rises.slice(0, SURGE_EXAMPLES).map(({ hashtag }) => hashtag),
      notice: { noticeId, state: 'pending', raisedMs: atMs, sentMs: null },
    };
  }
  const joined = joinSurge(last, span);
  const isNews = joined.rose > last.rose || joined.untilMs > last.untilMs;
  return isNews || joined.fromMs < last.fromMs ? { ...last, ...joined } : last;
}
