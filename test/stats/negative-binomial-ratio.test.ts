import { expect, it } from 'vitest';
import { negativeBinomialRatio } from '../../functions/stats/negative-binomial-ratio.ts';

/** Differences of scipy 1.17 `nbinom.logpmf(count, size, size / (size + mean))`; the first by hand, ln(27/16). */
it.each([
  { count: 3, mean: 1, size: 1, multiple: 3, nats: Math.log(27 / 16) },
  { count: 0, mean: 2, size: 0.5, multiple: 3, nats: -0.47775572251371795 },
  { count: 18, mean: 2.8, size: 3.8, multiple: 3, nats: 6.381835797017034 },
  { count: 7, mean: 100, size: 10, multiple: 3, nats: -9.923276817998424 },
])('is $nats for $count where $mean are expected (size $size)', (row) => {
  const { count, mean, size, multiple, nats } = row;
  expect(negativeBinomialRatio(count, mean, size, multiple)).toBeCloseTo(nats, 10);
});

it('comes to the Poisson ratio where there is no overdispersion', () => {
  expect(negativeBinomialRatio(5, 4, 1e9, 2)).toBeCloseTo(5 * Math.LN2 - 4, 6);
});
