import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Sealer } from '../../ports/sealer.ts';
import { readSecret } from './read-secret.ts';

const CIPHER = 'aes-256-ctr';
/** The first block of the counter, made from the text itself: it proves on opening that nothing was changed. */
const MARK_BYTES = 16;

/**
 * Seals under keys made from the deployment's key: encrypted with a mark of the text for a nonce
 * (synthetic initialisation vector), so that equal texts are sealed alike and no two others are.
 *
 * @param purpose what one purpose sealed, no other opens
 * @source Rogaway and Shrimpton (2006), Deterministic Authenticated-Encryption; with HMAC-SHA-256 and AES-256-CTR
 */
export function sealerFrom(key: string, purpose: string): Sealer {
  const keyFor = (use: string) => createHmac('sha256', key).update(`${use} of ${purpose}`).digest();
  const [markKey, textKey] = [keyFor('mark'), keyFor('encryption')];
  const markOf = (text: Buffer) =>
    createHmac('sha256', markKey).update(text).digest().subarray(0, MARK_BYTES);

  return {
    seal(text) {
      const plain = Buffer.from(text, 'utf8');
      const mark = markOf(plain);
      const cipher = createCipheriv(CIPHER, textKey, mark);
      return Buffer.concat([mark, cipher.update(plain), cipher.final()]).toString('base64url');
    },

    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < MARK_BYTES) return undefined;
      const mark = bytes.subarray(0, MARK_BYTES);
      const decipher = createDecipheriv(CIPHER, textKey, mark);
      const plain = Buffer.concat([decipher.update(bytes.subarray(MARK_BYTES)), decipher.final()]);
      return timingSafeEqual(markOf(plain), mark) ? plain.toString('utf8') : undefined;
    },
  };
}

/** @param id as for `readSecret` @throws {SettingsError} if there is no such secret */
export async function openSealer(id: string, purpose: string): Promise<Sealer> {
  return sealerFrom(await readSecret(id), purpose);
}
