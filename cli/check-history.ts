import type { Attendance } from '../functions/signals/attendance.ts';
import type { PostTable } from '../functions/signals/post-table.ts';
import type { Thresholds } from '../functions/verdict/thresholds.ts';
import { type AttendanceIndex, attendanceIndex } from './check-attendance.ts';
import type { CheckBurst } from './check-bursts.ts';

/** The newest so many earlier bursts are looked at, so that the time of a check stays linear in its bursts. */
const MOST_EARLIER = 300;

/** Which bursts of other hashtags came before one that is to be judged, in the same input. */
export type CheckHistory = (
  burst: CheckBurst,
  judged: Pick<PostTable, 'size' | 'accounts'>,
) => Attendance | null;

/** The bursts of one source that others can look back at, the last to end first. */
type Past = {
  readonly bursts: readonly CheckBurst[];
  /** Made when somebody first looks back. */
  index?: AttendanceIndex;
};

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
  const isSeen = ({ allPosts, participants }: CheckBurst) =>
    allPosts >= minPosts && participants().length >= minAccounts;
  const newestFirst = bursts.filter(isSeen).sort((one, other) => other.lastMs - one.lastMs);
  const pasts = new Map<string, Past>(
    [...Map.groupBy(newestFirst, ({ source }) => source)].map(([source, all]) => [
      source,
      { bursts: all },
    ]),
  );
  return (burst, { size, accounts }) => {
    const past = pasts.get(burst.source);
    if (past === undefined || size < minPosts || accounts.length < minAccounts) return null;
    const places = earlierThan(burst, past.bursts);
    if (places.length === 0) return null;
    past.index ??= attendanceIndex(past.bursts);
    return past.index(places);
  };
}

/** Places of the newest bursts that had ended before this one began, of other hashtags. */
function earlierThan({ hashtag, firstMs }: CheckBurst, past: readonly CheckBurst[]): number[] {
  const places: number[] = [];
  for (let at = firstEndedBefore(past, firstMs); at < past.length; at++) {
    if (places.length === MOST_EARLIER) break;
    if (past[at]?.hashtag !== hashtag) places.push(at);
  }
  return places;
}

/** By halving: `past` is in order of its last posts, the newest first. */
function firstEndedBefore(past: readonly CheckBurst[], beforeMs: number): number {
  let low = 0;
  let high = past.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((past[middle]?.lastMs ?? 0) < beforeMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
