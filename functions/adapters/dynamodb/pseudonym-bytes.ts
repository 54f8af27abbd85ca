import { InputError } from '../../model/errors.ts';

/** Bytes of one pseudonym. */
export const PSEUDONYM_BYTES = 10;

const PSEUDONYM = /^[0-9a-f]{20}$/;

/** @throws {InputError} if `pseudonym` is not one */
export function pseudonymToBytes(pseudonym: string): Uint8Array {
  if (!PSEUDONYM.test(pseudonym))
    throw new InputError('a pseudonym requires 20 lower-case hexadecimal digits');
  return Buffer.from(pseudonym, 'hex');
}

export function pseudonymFromBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
