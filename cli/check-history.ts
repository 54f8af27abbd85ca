import type { PostTable } from '../functions/signals/post-table.ts';
import type { EarlierBurst } from '../functions/signals/return-history.ts';
import type { Thresholds } from '../functions/verdict/weigh.ts';
import type { CheckBurst } from './check-bursts.ts';

/** The newest so many earlier bursts are looked at, so that the time of a check stays linear in its bursts. */
const MOST_EARLIER = 300;

type Past = EarlierBurst & { readonly source: string };

/** Which bursts of other hashtags came before one that is to be judged, in the same input. */
export type CheckHistory = (
  burst: CheckBurst,
  judged: Pick<PostTable, 'size' | 'accounts'>,
) => readonly EarlierBurst[] | null;

/**
 * A burst too thin to be judged is none to have taken part in, for beside every hashtag stand
 * dozens that happen to be named with it; nor is it worth a look back.
 *
 * @returns of each burst those of the same source and other hashtags whose last post came before
 * its first, the newest first; null where there are none
 */
export function checkHistory(
  bursts: readonly CheckBurst[],
  { minPosts, minAccounts }: Pick<Thresholds, 'minPosts' | 'minAccounts'>,
): CheckHistory {
  const past = bursts
    .filter(
      ({ allPosts, participants }) => allPosts >= minPosts && participants().length >= minAccounts,
    )
    .map(toPast)
    .sort((a, b) => b.endMs - a.endMs);
  return ({ source, hashtag, firstMs }, { size, accounts }) => {
    if (size < minPosts || accounts.length < minAccounts) return null;
    const isEarlier = (one: Past) =>
      one.endMs < firstMs && one.source === source && one.hashtag !== hashtag;
    const earlier = past.filter(isEarlier).slice(0, MOST_EARLIER);
    return earlier.length === 0 ? null : earlier;
  };
}

/** Who took part is sorted only if somebody looks back at it, and kept from then on. */
function toPast({ source, hashtag, coTags, firstMs, lastMs, participants }: CheckBurst): Past {
  let sketch: EarlierBurst['sketch'] | undefined;
  return {
    source,
    hashtag,
    coTags,
    startMs: firstMs,
    endMs: lastMs,
    get sketch() {
      sketch ??= complete(participants());
      return sketch;
    },
  };
}

function complete(accounts: readonly string[]): EarlierBurst['sketch'] {
  return { accounts: accounts.toSorted(), total: accounts.length };
}
