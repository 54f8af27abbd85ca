import type { Burst } from '../model/burst.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import { companyShares } from '../signals/company.ts';
import type { EarlierBurst } from '../signals/return-history.ts';

/** Accounts of the Turkish attacks came back within the week (FACTS); a longer look costs a read a day. */
const LOOK_BACK_MS = 7 * 86_400_000;
const MOST = 200;

/** The newest bursts of other hashtags at the same source that had ended before this one began; null for none. */
export async function earlierBursts(
  burst: Burst,
  bursts: Pick<BurstStore, 'list'>,
): Promise<readonly EarlierBurst[] | null> {
  const earlier: EarlierBurst[] = [];
  let cursor: string | undefined;
  do {
    const page = await bursts.list({
      fromMs: burst.startMs - LOOK_BACK_MS,
      toMs: burst.startMs,
      source: burst.source,
      limit: MOST,
      cursor,
    });
    earlier.push(...page.bursts.flatMap((other) => asEarlier(other, burst)));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && earlier.length < MOST);
  return earlier.length === 0 ? null : earlier.slice(0, MOST);
}

function asEarlier(other: Burst, burst: Burst): EarlierBurst[] {
  const { hashtag, startMs, endMs, sketch } = other;
  if (hashtag === burst.hashtag || endMs === null || endMs > burst.startMs || !sketch) return [];
  return [{ hashtag, startMs, endMs, sketch, coTags: companyShares(other.company) }];
}
