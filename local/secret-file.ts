import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A secret of this machine: made once, readable by its owner alone. */
export async function secretFile(file: string, make: () => string): Promise<string> {
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '';
  });
  // A crash while it was made leaves an empty file: nobody was told that.
  if (known !== '') return known.trim();
  const secret = make();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
