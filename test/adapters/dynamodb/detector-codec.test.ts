import { expect, it } from 'vitest';
import {
  DETECTOR_BYTES,
  decodeDetector,
  encodeDetector,
} from '../../../functions/adapters/dynamodb/detector-codec.ts';
import { InputError, StoredItemError } from '../../../functions/model/errors.ts';
import { BURST } from '../../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observeAll } from '../../../functions/signals/burst.ts';

const busy = observeAll(
  FRESH_DETECTOR,
  Array.from({ length: 900 }, (_, i) => ({ startMs: i * 300_000, posts: (i * i) % 97 })),
  BURST,
).state;

it.each([
  ['fresh', FRESH_DETECTOR],
  ['busy', busy],
  ['in a burst', { ...busy, notice: { inBurst: true, peak: 8.25, quiet: 71 } }],
  ['with an alert', { ...busy, alert: { inBurst: true, peak: 11, quiet: 3 } }],
])('reads back a detector that is %s as it was', (_, state) => {
  expect(decodeDetector(encodeDetector(state))).toStrictEqual(state);
});

it('takes less than 400 bytes', () => {
  expect(encodeDetector(busy).length).toBe(DETECTOR_BYTES);
  expect(DETECTOR_BYTES).toBeLessThan(400);
});

it('reads a view into a larger buffer, as DynamoDB gives it', () => {
  const padded = new Uint8Array(DETECTOR_BYTES + 9);
  padded.set(encodeDetector(busy), 7);

  expect(decodeDetector(padded.subarray(7, 7 + DETECTOR_BYTES))).toStrictEqual(busy);
});

it.each([
  ['nothing', new Uint8Array(0)],
  ['a shorter state', encodeDetector(busy).subarray(1)],
  ['another layout', encodeDetector(busy).with(0, 9)],
  ['a number that is none', encodeDetector(busy).fill(0xff, 12, 20)],
])('refuses %s', (_, bytes) => {
  expect(() => decodeDetector(bytes)).toThrow(StoredItemError);
});

it('refuses to lose what single precision cannot hold', () => {
  const season = busy.season.with(0, 0.1);
  expect(() => encodeDetector({ ...busy, season })).toThrow(InputError);
  const long = { ...busy.long, tail: { ...busy.long.tail, limit: 0.1 } };
  expect(() => encodeDetector({ ...busy, long })).toThrow(InputError);
});
