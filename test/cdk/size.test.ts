import { expect, it } from 'vitest';
import { measureSizes } from '../../bench/size.ts';

/** Kilobytes: whole package, and what is read before the first event. A rise is a decision: change the number with its reason. */
const LIMITS = {
  dispatch: [480, 370],
  // Asks networks within shared allowances; Bluesky and X are loaded only where they are set up.
  poll: [690, 545],
  // Reads every network, as poll does, and measures nothing.
  discover: [640, 480],
  assess: [710, 565],
  publish: [545, 432],
  slack: [490, 380],
  // Takes what partners hand in, and known events.
  api: [745, 630],
} as const;

const sizes = await measureSizes();

it.each(Object.entries(LIMITS))('%s stays within its package and start, %j KB', (name, limit) => {
  const size = sizes.find((one) => one.name === name);
  const [totalKb, startKb] = limit;

  expect(size?.totalBytes).toBeLessThan(totalKb * 1000);
  expect(size?.startBytes).toBeLessThan(startKb * 1000);
});
