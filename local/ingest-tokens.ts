import { createHash } from 'node:crypto';
import { newToken } from './new-token.ts';
import { secretFile } from './secret-file.ts';

/** The partner that this machine itself is. */
export const LOCAL_PARTNER = 'local';

/**
 * The hashed tokens of those who may hand in posts, as JSON: `INGEST_TOKENS` if it is set, else one
 * for the partner `local`, whose token is made once and lies in a file that its owner alone can read.
 */
export async function ingestTokens(file: string): Promise<string> {
  if (process.env.INGEST_TOKENS) return process.env.INGEST_TOKENS;
  const token = await secretFile(file, newToken);
  return JSON.stringify({ [LOCAL_PARTNER]: createHash('sha256').update(token).digest('hex') });
}
