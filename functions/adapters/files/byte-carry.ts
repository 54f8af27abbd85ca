import { LARGEST_RECORD } from './raw-record.ts';

/** Bytes of one record over as many chunks as it needs, never more than a record may have. */
export type ByteCarry = {
  add(bytes: Uint8Array): void;
  /** The text so far, null where it is too large; then begins anew. */
  take(): string | null;
};

export function byteCarry(): ByteCarry {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    add(bytes) {
      length += bytes.length;
      if (length > LARGEST_RECORD) parts = [];
      else parts.push(bytes);
    },
    take() {
      const text = length > LARGEST_RECORD ? null : Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      return text;
    },
  };
}
