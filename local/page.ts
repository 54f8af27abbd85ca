import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

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
    const { buildDashboard } = await import('../dashboard/build.ts');
    await buildDashboard(dir);
  } catch (error) {
    say(`the page could not be built: ${error instanceof Error ? error.message : error}`);
  }
}

async function newestIn(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true });
  const files = entries.filter((entry) => !/(^|\/)(dist|node_modules)(\/|$)/.test(entry));
  const times = await Promise.all(files.map(async (file) => (await stat(join(dir, file))).mtimeMs));
  return Math.max(...times);
}
