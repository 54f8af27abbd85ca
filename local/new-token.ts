import { randomBytes } from 'node:crypto';

/** A partner's token: 256 bits that nobody guesses, so that a plain hash of it may be kept. */
export function newToken(): string {
  return `twi_${randomBytes(32).toString('base64url')}`;
}
