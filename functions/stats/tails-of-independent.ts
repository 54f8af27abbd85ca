/**
 * How likely so many or more of independent events are to happen, each with a chance of its own:
 * the upper tails of the Poisson binomial.
 *
 * @param chances each in [0, 1]
 * @returns at index k the chance of k or more; one more value than events
 * @source Chen & Liu (1997), Statistica Sinica 7, 875-892: the recursion
 * @example tailsOfIndependent([0.5, 0.5]) // [1, 0.75, 0.25]
 */
export function tailsOfIndependent(chances: readonly number[]): readonly number[] {
  const exactly = new Float64Array(chances.length + 1);
  exactly[0] = 1;
  chances.forEach((chance, at) => {
    for (let count = at + 1; count > 0; count--) {
      const one = (exactly[count - 1] ?? 0) * chance;
      exactly[count] = (exactly[count] ?? 0) * (1 - chance) + one;
    }
    exactly[0] = (exactly[0] ?? 0) * (1 - chance);
  });
  const tails = Array.from(exactly);
  for (let count = chances.length - 1; count >= 0; count--) {
    tails[count] = (tails[count] ?? 0) + (tails[count + 1] ?? 0);
  }
  return tails;
}
