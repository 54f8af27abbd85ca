import * as z from 'zod';
import { normaliseHashtag } from '../../model/hashtag.ts';
import type { Trend } from '../../ports/source.ts';
import { mostly } from '../net/mostly.ts';
import { readAnswer } from './read-answer.ts';
import type { BlueskySession } from './session.ts';

/** The most that the network lists. */
const MOST_TRENDS = 25;

const Trends = z.object({
  trends: mostly(
    z.object({
      displayName: z.string(),
      postCount: z.int().nonnegative().nullish().catch(null),
      startedAt: z.iso.datetime({ offset: true }).nullish().catch(null),
    }),
  ),
});

/**
 * The network's own list of what is talked about. It names topics and not hashtags: one of several
 * words is read as the hashtag that its words make together, and its posts are then not the hashtag's.
 */
export async function readTrends(
  session: BlueskySession,
  nowMs: number,
): Promise<readonly Trend[]> {
  const path = `/xrpc/app.bsky.unspecced.getTrends?limit=${MOST_TRENDS}`;
  const { trends } = readAnswer(session.host(), await session.get(path, nowMs), Trends);
  const byHashtag = new Map<string, Trend>();
  for (const { displayName, postCount, startedAt } of trends) {
    const display = asHashtag(displayName);
    const hashtag = normaliseHashtag(display);
    if (hashtag === '' || byHashtag.has(hashtag)) continue;
    byHashtag.set(hashtag, {
      hashtag,
      display,
      posts: displayName.trim().startsWith('#') ? (postCount ?? null) : null,
      accounts: null,
      startedMs: startedAt == null ? null : Date.parse(startedAt),
    });
  }
  return [...byHashtag.values()];
}

/** @example asHashtag("Winter Games '26") // 'WinterGames26' */
function asHashtag(topic: string): string {
  return topic.replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}\p{Join_Control}_]/gu, '');
}
