import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { SourcePost } from '../../functions/model/post.ts';
import { writeMillion } from './write-million.ts';

const Usage = z.object({ cpuMicros: z.number(), maxKb: z.number() });

/** What a whole run of the command took: user and system CPU, and the most memory it held. */
export type CheckUsage = { readonly cpuSeconds: number; readonly peakMb: number };

/**
 * Writes posts to a file and has `turfwatch check` read and judge it in a process of its own, as
 * somebody would who has such a file.
 *
 * @param file its name; packed where it ends in `.gz`
 * @param options of the command
 */
export async function checkUsage(
  posts: readonly SourcePost[],
  file: string,
  options: readonly string[] = [],
): Promise<CheckUsage> {
  const folder = await mkdtemp(join(tmpdir(), 'turfwatch-bench-'));
  try {
    const path = join(folder, file);
    await writeMillion(path, posts);
    return runCheck(path, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const REPORT_USAGE = fileURLToPath(new URL('./report-usage.ts', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

function runCheck(path: string, options: readonly string[]): CheckUsage {
  const { status, output, stderr } = spawnSync(
    process.execPath,
    ['--import', REPORT_USAGE, COMMAND, 'check', path, '--json', ...options],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`check must end with 0, ended with ${status}: ${stderr}`);
  const { cpuMicros, maxKb } = Usage.parse(JSON.parse(output[3] ?? ''));
  return { cpuSeconds: cpuMicros / 1e6, peakMb: maxKb / 1024 };
}
