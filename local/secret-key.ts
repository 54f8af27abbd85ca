import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The key of this machine's pseudonyms: made once, readable by its owner alone. `TURFWATCH_KEY` overrides it. */
export async function secretKey(file: string): Promise<string> {
  if (process.env.TURFWATCH_KEY) return process.env.TURFWATCH_KEY;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const key = randomBytes(32).toString('hex');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, key, { mode: 0o600 });
    return key;
  }
}
