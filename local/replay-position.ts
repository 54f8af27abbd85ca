import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const Position = z.object({
  /** The newest tick whose work was done to the end; 0 before the first. */
  tickMs: z.number(),
  slotMs: z.number(),
  /** Polls done up to it. */
  polls: z.number(),
  done: z.boolean(),
});

/** How far a replay came. Moves only when the queues are drained, so a tick that was cut off is done again. */
export type ReplayPosition = z.infer<typeof Position>;

const REPLAY_START: ReplayPosition = { tickMs: 0, slotMs: 0, polls: 0, done: false };

const FILE = 'position.json';

export async function readPosition(dir: string): Promise<ReplayPosition> {
  try {
    return Position.parse(JSON.parse(await readFile(join(dir, FILE), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return REPLAY_START;
    throw error;
  }
}

export async function writePosition(dir: string, position: ReplayPosition): Promise<void> {
  await writeFile(join(dir, `${FILE}.part`), JSON.stringify(position));
  await rename(join(dir, `${FILE}.part`), join(dir, FILE));
}
