import type * as z from 'zod';
import { BadLineError } from '../replay/bad-line-error.ts';
import { foundIn } from './found-in.ts';
import type { Place } from './reading.ts';

/** Fields whose value is a time or a number, and so may be named in an error. */
const SHOWN = new Set(['created_at', 'createdAt', 'indexedAt', 'followers_count']);

/**
 * A part of a record as its schema has it. The messages of the schema say what was expected.
 *
 * @param path where the part stands in the record, such as `data[3]`; empty for the whole
 * @throws {BadLineError} for the first field that is not as it must be; never with its text
 */
export function readRecord<T>(schema: z.ZodType<T>, value: unknown, place: Place, path: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const keys = issue?.path ?? [];
  const found = foundIn(valueAt(value, keys), SHOWN.has(String(keys.at(-1))));
  const field = fieldOf(path, keys);
  throw new BadLineError({ ...place, field, expected: issue?.message ?? 'a post', found });
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);
}

function fieldOf(path: string, keys: readonly PropertyKey[]): string {
  const words = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `${path}${words.join('')}`.replace(/^\./, '') || 'line';
}
