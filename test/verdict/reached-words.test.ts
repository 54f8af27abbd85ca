import { expect, it } from 'vitest';
import { reachedWords } from '../../functions/verdict/reached-words.ts';

const MINUTE_MS = 60_000;

it.each`
  suspicious | coordinated | words
  ${null}    | ${null}     | ${null}
  ${4}       | ${null}     | ${'first suspicious 4 min after the burst began'}
  ${4}       | ${6}        | ${'first suspicious 4 min after the burst began, coordinated after 6 min'}
  ${5}       | ${5}        | ${'first suspicious and coordinated 5 min after the burst began'}
  ${119}     | ${150}      | ${'first suspicious 119 min after the burst began, coordinated after 2.5 h'}
`('$words', ({ suspicious, coordinated, words }) => {
  const at = (minutes: number | null) => (minutes === null ? null : 1e12 + minutes * MINUTE_MS);
  expect(
    reachedWords({
      startMs: 1e12,
      firstSuspiciousMs: at(suspicious),
      firstCoordinatedMs: at(coordinated),
    }),
  ).toBe(words);
});
