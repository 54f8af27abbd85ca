import { expect, it } from 'vitest';
import { readings } from '../../../functions/adapters/bluesky/readings.ts';

const spanOf = (hashtag: string, nowMs = 60_000) => ({ hashtag, fromMs: 0, toMs: nowMs, nowMs });

it('keeps what was read for one time, of so many hashtags as are polled together', () => {
  const readingOf = readings();
  const first = readingOf(spanOf('first'));

  for (let other = 1; other < 30; other += 1) readingOf(spanOf(`other${other}`));
  expect(readingOf(spanOf('first'))).toBe(first);

  readingOf(spanOf('one more'));
  expect(readingOf(spanOf('first'))).not.toBe(first);
});

it('keeps nothing of an earlier time', () => {
  const readingOf = readings();
  const first = readingOf(spanOf('first'));

  readingOf(spanOf('other', 120_000));

  expect(readingOf(spanOf('first'))).not.toBe(first);
});
