import { randomBytes } from 'node:crypto';
import { secretFile } from './secret-file.ts';

/** The key of this machine's pseudonyms. `TURFWATCH_KEY` overrides it. */
export async function secretKey(file: string): Promise<string> {
  if (process.env.TURFWATCH_KEY) return process.env.TURFWATCH_KEY;
  return secretFile(file, () => randomBytes(32).toString('hex'));
}
