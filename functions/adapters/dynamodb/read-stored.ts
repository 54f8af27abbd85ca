import type * as z from 'zod';
import { StoredItemError } from '../../model/errors.ts';

/**
 * What an item holds.
 *
 * @param what such as `watch item`
 * @throws {StoredItemError} if it is malformed, or there is none
 */
export function readStored<T>(schema: z.ZodType<T>, item: unknown, what: string): T {
  try {
    return schema.parse(item);
  } catch (cause) {
    throw new StoredItemError(`${what} is malformed`, { cause });
  }
}
