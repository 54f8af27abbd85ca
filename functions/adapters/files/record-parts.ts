import * as z from 'zod';
import { MOMENT_EXPECTED, momentOf } from './moment.ts';

/** An id as text. Numbers too large to be exact were made text before (see parse-record). */
export const Id = z
  .union([z.string().min(1), z.int()], { error: 'an id that is not empty' })
  .transform(String);

export const Text = z.string({ error: 'a text' });

/** Nothing where a source keeps it back or writes it empty. */
export const Name = z.string({ error: 'a text or null' }).nullish();

/** Epoch milliseconds. */
export const Instant = z.unknown().transform((value, context) => {
  const moment = momentOf(value);
  if (moment !== null && !moment.dayOnly) return moment.ms;
  context.addIssue({ code: 'custom', message: MOMENT_EXPECTED });
  return z.NEVER;
});

/** Epoch milliseconds of an account's date, cut to the day by some networks; null where it is kept back. */
export const AccountDate = z.unknown().transform((value, context) => {
  if (value === undefined || value === null || value === '') return null;
  const moment = momentOf(value);
  // Servers that must give a date and know none give the epoch.
  if (moment !== null) return moment.ms > 0 ? moment.ms : null;
  context.addIssue({ code: 'custom', message: `${MOMENT_EXPECTED}; or null` });
  return z.NEVER;
});

/** Some servers hide the number as -1. */
export const Followers = z
  .int({ error: 'a whole number or null' })
  .nullish()
  .transform((count) => (count != null && count >= 0 ? count : null));
