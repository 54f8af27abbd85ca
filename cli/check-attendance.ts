import type { Attendance } from '../functions/signals/attendance.ts';
import { numberedHashes } from '../functions/signals/numbered-hashes.ts';
import type { PastBurst } from '../functions/signals/return-history.ts';
import type { CheckBurst } from './check-bursts.ts';

/** Who attended some of the bursts: at these places, ascending. Indices of the answer are into them. */
export type AttendanceIndex = (places: readonly number[]) => Attendance;

/** The places of the bursts that each account took part in: ascending, one account after the other. */
type Visits = {
  /** First visit of each account by number, and the end of the last. */
  readonly startOf: Int32Array;
  readonly places: Int32Array;
};

/** Goes through everybody who took part in any of these bursts once, so that no look back has to. */
export function attendanceIndex(bursts: readonly CheckBurst[]): AttendanceIndex {
  const numbers = numberedHashes();
  const visitors = bursts.map(({ participants }) =>
    Int32Array.from(participants(), numbers.numberOf),
  );
  const visits = visitsOf(visitors, numbers.size());
  const past = bursts.map(toPast);
  return (places) => {
    const indexAt = indicesOf(places);
    return {
      bursts: places.flatMap((place) => past[place] ?? []),
      burstsOf: (account) =>
        between(visits, numbers.numberOf(account), places[0] ?? 0, places.at(-1) ?? -1).flatMap(
          indexAt,
        ),
    };
  };
}

function visitsOf(visitors: readonly Int32Array[], accounts: number): Visits {
  const startOf = new Int32Array(accounts + 1);
  for (const some of visitors) {
    for (const number of some) startOf[number + 1] = (startOf[number + 1] ?? 0) + 1;
  }
  for (let at = 0; at < accounts; at++) {
    startOf[at + 1] = (startOf[at + 1] ?? 0) + (startOf[at] ?? 0);
  }
  const next = startOf.slice();
  const places = new Int32Array(startOf.at(-1) ?? 0);
  visitors.forEach((some, place) => {
    for (const number of some) {
      const at = next[number] ?? 0;
      places[at] = place;
      next[number] = at + 1;
    }
  });
  return { startOf, places };
}

/** Of a place its index, none where it is not among them. */
function indicesOf(places: readonly number[]): (place: number) => readonly number[] {
  const first = places[0] ?? 0;
  const indices: number[][] = [];
  places.forEach((place, index) => {
    indices[place - first] = [index];
  });
  return (place) => indices[place - first] ?? [];
}

/** Places that an account visited, from one to another; none for an account that nobody has seen. */
function between(
  { startOf, places }: Visits,
  account: number,
  first: number,
  last: number,
): readonly number[] {
  const end = startOf[account + 1] ?? 0;
  const from = firstFrom(places, startOf[account] ?? end, end, first);
  return Array.from(places.subarray(from, firstFrom(places, from, end, last + 1)));
}

/** By halving: where the first place of at least `least` stands in a stretch; its end where none does. */
function firstFrom(places: Int32Array, start: number, end: number, least: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toPast({ hashtag, coTags, firstMs, lastMs }: CheckBurst): PastBurst {
  return { hashtag, coTags, startMs: firstMs, endMs: lastMs };
}
