/**
 * Whether one word becomes the other by at most one letter put in, left out, replaced, or swapped
 * with its neighbour. Linear in letters.
 *
 * @source Damerau (1964), Commun. ACM 7(3), 171-176: four in five slips are one of these
 */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const most = Math.min(one.length, other.length);
  let before = 0;
  while (before < most && one[before] === other[before]) before += 1;
  let after = 0;
  while (after < most - before && one.at(-1 - after) === other.at(-1 - after)) after += 1;

  const [left, right] = [one.length - before - after, other.length - before - after];
  if (left <= 1 && right <= 1) return true;
  return (
    left === 2 &&
    right === 2 &&
    one[before] === other[before + 1] &&
    one[before + 1] === other[before]
  );
}
