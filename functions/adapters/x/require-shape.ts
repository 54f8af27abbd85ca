import type * as z from 'zod';
import { SourceError } from '../../model/errors.ts';

/**
 * Reads an answer. Unknown fields pass; a wrong one is named by its path, never by its value.
 *
 * @param what plural, such as `counts`
 * @throws {SourceError} not retryable: the same answer would be wrong again
 */
export function requireShape<T>(schema: z.ZodType<T>, what: string, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'answer'}: ${message}`);
  // Not the cause itself: of a union it would carry what was received.
  throw new SourceError(`x answered with ${what} that cannot be read: ${faults.join('; ')}`, {
    retryable: false,
  });
}
