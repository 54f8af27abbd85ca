import { createHmac } from 'node:crypto';

/** What an account is called on the page. */
export type Pseudonyms = (account: string) => string;

/** Enough to tell the accounts of one page apart, too few to find an account by trying names. */
const DIGITS = 6;

/**
 * Names for accounts that are the same for the same files, so that whoever has the files can tell
 * who is meant, and nobody else.
 *
 * @param key what only a holder of the files knows
 */
export function pseudonymsFor(key: string): Pseudonyms {
  return (account) => createHmac('sha256', key).update(account).digest('hex').slice(0, DIGITS);
}
