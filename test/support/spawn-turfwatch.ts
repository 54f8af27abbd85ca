import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

export type RunOptions = {
  /** Close the reading end of the output at its first bytes, as `head` does. */
  readonly closeOutput?: boolean;
};

/** The command as a user runs it: a process of its own, without a terminal. */
export async function spawnTurfwatch(
  args: readonly string[],
  input = '',
  { closeOutput = false }: RunOptions = {},
): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  // A command that stops at a bad line reads no further: that its input breaks off is no fault.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const out = closeOutput ? closeAtFirst(child.stdout) : text(child.stdout);
  const err = text(child.stderr);
  return { code: await ended, out: await out, err: await err };
}

async function closeAtFirst(stream: Readable): Promise<string> {
  const [first] = await once(stream, 'data');
  stream.destroy();
  return String(first);
}
