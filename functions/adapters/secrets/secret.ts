import { createHmac } from 'node:crypto';
import type { Secret } from '../../ports/secret.ts';
import { readSecret } from './read-secret.ts';

/** 80 bits: no two of a billion accounts are likely to meet, and the key stays needed to go back. */
const PSEUDONYM_HEX = 20;

/** What the key does, for a key of any length. */
export function secretFrom(key: string): Secret {
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return {
    pseudonym: (source, accountId) =>
      digest(`${source}:${accountId}`).toString('hex').slice(0, PSEUDONYM_HEX),
    textSeed: digest('text seed').readUInt32BE(0),
  };
}

/** @param id as for `readSecret` @throws {SettingsError} if there is no such secret */
export async function openSecret(id: string): Promise<Secret> {
  return secretFrom(await readSecret(id));
}
