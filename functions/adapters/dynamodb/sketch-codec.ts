import type { ParticipantSketch } from '../../model/burst.ts';
import { byteReader } from './byte-reader.ts';
import { byteWriter } from './byte-writer.ts';
import { PSEUDONYM_BYTES, pseudonymFromBytes, pseudonymToBytes } from './pseudonym-bytes.ts';

/** Ten bytes an account, in the order given. */
export function encodeSketch(sketch: ParticipantSketch): Uint8Array {
  const writer = byteWriter();
  writer.count(sketch.total);
  for (const account of sketch.accounts) writer.raw(pseudonymToBytes(account));
  return writer.finish();
}

/** @throws {StoredItemError} if `bytes` were not made by `encodeSketch` */
export function decodeSketch(bytes: Uint8Array): ParticipantSketch {
  const reader = byteReader(bytes);
  const total = reader.count();
  const accounts: string[] = [];
  while (!reader.done()) accounts.push(pseudonymFromBytes(reader.raw(PSEUDONYM_BYTES)));
  return { accounts, total };
}
