import { expect, it } from 'vitest';
import { grewInWaves } from '../../functions/model/grew-in-waves.ts';

it.each`
  source        | waves
  ${'mastodon'} | ${true}
  ${'bluesky'}  | ${true}
  ${'x'}        | ${false}
  ${'replay'}   | ${false}
`('$source: $waves', ({ source, waves }) => {
  expect(grewInWaves(source)).toBe(waves);
});
