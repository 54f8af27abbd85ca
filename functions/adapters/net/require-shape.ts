import type * as z from 'zod';
import { SourceError } from '../../model/errors.ts';

/**
 * Reads an answer. Unknown fields pass; a wrong one is named by its path, never by its value.
 *
 * @param says what is wrong, such as `x answered with counts that cannot be read`
 * @throws {SourceError} not retryable: the same answer would be wrong again
 */
export function requireShape<T>(schema: z.ZodType<T>, body: unknown, says: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${pathInWords(path)}: ${message}`);
  // Not the cause itself: of a union it would carry what was received.
  throw new SourceError(`${says}: ${faults.join('; ')}`, { retryable: false });
}

function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return words.join('').replace(/^\./, '') || 'answer';
}
