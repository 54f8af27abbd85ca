import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The key of this machine's pseudonyms: made once, readable by its owner alone. `TURFWATCH_KEY` overrides it. */
export async function secretKey(file: string): Promise<string> {
  if (process.env.TURFWATCH_KEY) return process.env.TURFWATCH_KEY;
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  // A crash while it was made leaves an empty file: no pseudonym was made with that.
  if (known !== '') return known;
  const key = randomBytes(32).toString('hex');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, key, { mode: 0o600 });
  return key;
}
