import { expect, it } from 'vitest';
import { isLatePoll } from '../../functions/handlers/late-poll.ts';

it.each`
  source        | waitedMs   | late
  ${'mastodon'} | ${0}       | ${false}
  ${'mastodon'} | ${120_000} | ${false}
  ${'mastodon'} | ${120_001} | ${true}
  ${'mastodon'} | ${-60_000} | ${false}
  ${'replay'}   | ${9e9}     | ${false}
`('a poll of $source that waited $waitedMs ms is late: $late', ({ source, waitedMs, late }) => {
  const atMs = Date.UTC(2026, 0, 6, 12);

  expect(isLatePoll({ watch: { source }, atMs }, atMs + waitedMs)).toBe(late);
});
