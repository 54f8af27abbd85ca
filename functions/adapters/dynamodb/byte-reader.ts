import { StoredItemError } from '../../model/errors.ts';

export type ByteReader = {
  readonly done: () => boolean;
  readonly byte: () => number;
  readonly count: () => number;
  readonly signed: () => number;
  readonly text: () => string;
  /** A view, not a copy. */
  readonly raw: (length: number) => Uint8Array;
};

const LARGEST_SCALE = 2 ** 49;

/** Reads what `byteWriter` wrote. Every method throws {StoredItemError} where the bytes end too early. */
export function byteReader(bytes: Uint8Array): ByteReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  function raw(length: number): Uint8Array {
    if (at + length > buffer.length)
      throw new StoredItemError(`packed bytes end at ${buffer.length}, ${at + length} required`);
    at += length;
    return buffer.subarray(at - length, at);
  }

  function byte(): number {
    const value = buffer[at];
    if (value === undefined)
      throw new StoredItemError(`packed bytes end at ${buffer.length}, ${at + 1} required`);
    at += 1;
    return value;
  }

  function count(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = byte();
      value += (next % 128) * scale;
      if (next < 128) return value;
      if (scale >= LARGEST_SCALE) throw new StoredItemError('a packed count is too long');
    }
  }

  function signed(): number {
    const value = count();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  function text(): string {
    const length = count();
    raw(length);
    return buffer.toString('utf8', at - length, at);
  }

  return { done: () => at >= buffer.length, byte, count, signed, text, raw };
}
