import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { StoredItemError } from '../../model/errors.ts';

const PLAIN = 0;
const DEFLATED = 1;

/** Shortens bytes if that pays (repeated texts do), and marks which way it went in the first byte. */
export function deflate(bytes: Uint8Array): Uint8Array {
  const shorter = deflateRawSync(bytes, { level: 1 });
  const pays = shorter.length < bytes.length;
  return Buffer.concat([Buffer.of(pays ? DEFLATED : PLAIN), pays ? shorter : bytes]);
}

/** @throws {StoredItemError} if `bytes` were not made by `deflate` */
export function inflate(bytes: Uint8Array): Uint8Array {
  const body = bytes.subarray(1);
  if (bytes[0] === PLAIN) return body;
  if (bytes[0] !== DEFLATED) throw new StoredItemError('packed bytes are of an unknown form');
  try {
    return inflateRawSync(body);
  } catch (cause) {
    throw new StoredItemError('packed bytes cannot be inflated', { cause });
  }
}
