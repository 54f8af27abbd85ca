import * as z from 'zod';
import { Cursor } from './words.ts';

/** `next` leads to the page that follows; null on the last. */
export const Next = z.string().nullable().meta({ description: 'Cursor of the next page' });

/** Query strings are text: a limit is read from it. */
export function pageFields(most: number, usual: number) {
  return {
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    cursor: Cursor.optional(),
  };
}
