import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const SOURCES = ['dashboard', 'functions/contract', 'functions/model'];

/** Builds the page unless it is newer than what it is made from. A failure is told, not fatal: alerts matter more. */
export async function preparePage(dir: string, say: (line: string) => void): Promise<void> {
  try {
    const root = join(import.meta.dirname, '..');
    const newest = Math.max(
      ...(await Promise.all(SOURCES.map((one) => newestIn(join(root, one))))),
    );
    const built = join(dir, 'index.html');
    if (existsSync(built) && (await stat(built)).mtimeMs > newest) return;
    await buildApart(root, resolve(dir));
  } catch (error) {
    say(`the page could not be built: ${error instanceof Error ? error.message : error}`);
  }
}

/** In a process of its own: a replay at full speed leaves none of this one's time. */
async function buildApart(root: string, dir: string): Promise<void> {
  const build = spawn(process.execPath, [join(root, 'dashboard', 'build-page.ts'), dir], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  build.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [code] = await once(build, 'close');
  if (code !== 0) throw new Error(told.trim() || `the build ended with ${code}`);
}

async function newestIn(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true });
  const files = entries.filter((entry) => !/(^|\/)(dist|node_modules)(\/|$)/.test(entry));
  const times = await Promise.all(files.map(async (file) => (await stat(join(dir, file))).mtimeMs));
  return Math.max(...times);
}
