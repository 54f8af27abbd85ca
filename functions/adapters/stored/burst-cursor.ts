import * as z from 'zod';
import { InputError } from '../../model/errors.ts';

/** Where the next page goes on: after this burst. */
export type BurstCursor = { readonly startMs: number; readonly watchId: string };

const Cursor = z.tuple([z.int().nonnegative(), z.string().min(1)]);

/** Words of a cursor for the outside, fit for an address. */
export function writeCursor(cursor: BurstCursor): string {
  return Buffer.from(JSON.stringify([cursor.startMs, cursor.watchId])).toString('base64url');
}

/** @throws {InputError} for what `writeCursor` did not write */
export function readCursor(words: string): BurstCursor {
  try {
    const [startMs, watchId] = Cursor.parse(JSON.parse(Buffer.from(words, 'base64url').toString()));
    return { startMs, watchId };
  } catch (cause) {
    throw new InputError('cursor is required to be the next of the page before', { cause });
  }
}
