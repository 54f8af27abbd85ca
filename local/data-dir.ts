import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SettingsError } from '../functions/model/errors.ts';
import { readPosition } from './replay-position.ts';

const IDENTITY = 'replay.txt';

/** Names a replay by its files and hashtags: the same command finds the same data again. */
export async function replayIdentity(
  files: readonly string[],
  hashtags: readonly string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = await stat(file);
    hash.update(`${resolve(file)} ${size} ${mtimeMs}\n`);
  }
  return hash.update(hashtags.join(',')).digest('hex').slice(0, 12);
}

/**
 * Makes a replay's folder ready. What an unfinished replay left is kept, to go on from; with
 * `startOver` it is removed first.
 *
 * @throws {SettingsError} if the folder holds something else
 */
export async function openReplayDir(
  dir: string,
  identity: string,
  startOver: 'always' | 'when-done' | 'never',
): Promise<void> {
  const known = await readIdentity(dir);
  if (known === undefined && existsSync(join(dir, 'tables'))) {
    throw new SettingsError(
      `${dir} must not hold anything but this replay; give another folder with --data`,
    );
  }
  if (known !== undefined && known !== identity && startOver !== 'always') {
    throw new SettingsError(
      `${dir} holds another replay (other files or hashtags); give another folder with --data, or --fresh to remove what is there`,
    );
  }
  const done = known !== undefined && (await readPosition(dir)).done;
  if (startOver === 'always' || (startOver === 'when-done' && done)) await emptyReplay(dir);
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, IDENTITY), identity);
}

async function readIdentity(dir: string): Promise<string | undefined> {
  try {
    return await readFile(join(dir, IDENTITY), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes what a replay wrote, and nothing else that may lie in the folder. */
async function emptyReplay(dir: string): Promise<void> {
  for (const name of ['position.json', 'tables', 'outbox', 'log.jsonl', IDENTITY]) {
    await rm(join(dir, name), { recursive: true, force: true });
  }
}
