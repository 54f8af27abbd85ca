import type { VolumeChunk } from '../../model/baseline.ts';
import { InputError, StoredItemError } from '../../model/errors.ts';
import { byteReader } from './byte-reader.ts';
import { byteWriter } from './byte-writer.ts';

/** Bytes that an expected count may take: the upper half of a single, a single, a double. */
const WIDTHS = [2, 4, 8] as const;
type Width = (typeof WIDTHS)[number];

/** Not a number stands for a bucket without an expectation. */
const NOTHING = Number.NaN;

/**
 * Packs a chunk without loss. Counts take one byte up to 126, two up to 16,382, three up to two million;
 * expected counts take two bytes each if all of them went through model/round-expected.
 *
 * @throws {InputError} for counts that are no integers >= 0, or expected counts that are not finite
 */
export function encodeVolume(chunk: VolumeChunk): Uint8Array {
  if (chunk.expected.length !== chunk.posts.length)
    throw new InputError('a volume chunk requires as many expected counts as counts');
  const writer = byteWriter();
  writer.count(chunk.startMs);
  writer.count(chunk.bucketMinutes);
  writer.count(chunk.posts.length);
  for (const posts of chunk.posts) writer.count(posts === null ? 0 : posts + 1);

  const width = narrowest(chunk.expected);
  writer.byte(width);
  for (const expected of chunk.expected) writer.raw(floatBytes(expected, width));
  return writer.finish();
}

/** @throws {StoredItemError} if `bytes` were not made by `encodeVolume` */
export function decodeVolume(bytes: Uint8Array): VolumeChunk {
  const reader = byteReader(bytes);
  const startMs = reader.count();
  const bucketMinutes = reader.count();
  const length = reader.count();
  if (length > bytes.length) throw new StoredItemError(`a volume chunk of ${length} is too long`);
  const posts = Array.from({ length }, () => reader.count()).map((n) => (n === 0 ? null : n - 1));

  const width = widthOf(reader.byte());
  const expected = posts.map(() => floatOf(reader.raw(width), width));
  return { startMs, bucketMinutes, posts, expected };
}

function narrowest(expected: VolumeChunk['expected']): Width {
  const values = expected.filter((value) => value !== null);
  if (!values.every(Number.isFinite))
    throw new InputError('a volume chunk requires finite expected counts');
  const exact = (width: Width) =>
    values.every((value) => Object.is(floatOf(floatBytes(value, width), width), value));
  return WIDTHS.find(exact) ?? 8;
}

function widthOf(byte: number): Width {
  const width = WIDTHS.find((one) => one === byte);
  if (width === undefined) throw new StoredItemError(`a volume chunk of width ${byte} is unknown`);
  return width;
}

function floatBytes(value: number | null, width: Width): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  if (width === 8) view.setFloat64(0, value ?? NOTHING);
  else view.setFloat32(0, value ?? NOTHING);
  return new Uint8Array(view.buffer, 0, width);
}

function floatOf(bytes: Uint8Array, width: Width): number | null {
  const view = new DataView(new ArrayBuffer(8));
  new Uint8Array(view.buffer).set(bytes);
  const value = width === 8 ? view.getFloat64(0) : view.getFloat32(0);
  return Number.isNaN(value) ? null : value;
}
