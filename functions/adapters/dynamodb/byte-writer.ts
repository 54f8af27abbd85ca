import { InputError } from '../../model/errors.ts';

export type ByteWriter = {
  /** Bytes written so far. */
  readonly size: () => number;
  readonly byte: (value: number) => void;
  /** An integer from 0 to 2^53 - 1, seven bits a byte, the lowest first. */
  readonly count: (value: number) => void;
  /** An integer of either sign, up to 2^52 - 1. */
  readonly signed: (value: number) => void;
  readonly text: (value: string) => void;
  readonly raw: (value: Uint8Array) => void;
  readonly finish: () => Uint8Array;
};

const LARGEST_SIGNED = 2 ** 52 - 1;

/** Collects bytes; read them back in the same order with `byteReader`. */
export function byteWriter(): ByteWriter {
  let bytes = new Uint8Array(256);
  let used = 0;

  function reserve(more: number): void {
    if (used + more <= bytes.length) return;
    const grown = new Uint8Array(Math.max(used + more, bytes.length * 2));
    grown.set(bytes);
    bytes = grown;
  }

  function byte(value: number): void {
    reserve(1);
    bytes[used++] = value;
  }

  function count(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new InputError('a packed count requires an integer from 0 to 2^53 - 1');
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) byte((rest % 128) + 128);
    byte(rest);
  }

  function signed(value: number): void {
    if (!Number.isInteger(value) || Math.abs(value) > LARGEST_SIGNED)
      throw new InputError('a packed difference requires an integer within 2^52');
    count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  function raw(value: Uint8Array): void {
    reserve(value.length);
    bytes.set(value, used);
    used += value.length;
  }

  function text(value: string): void {
    const encoded = Buffer.from(value, 'utf8');
    count(encoded.length);
    raw(encoded);
  }

  return {
    size: () => used,
    byte,
    count,
    signed,
    text,
    raw,
    finish: () => bytes.slice(0, used),
  };
}
