import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Stands for standard output. */
export const STANDARD_OUTPUT = '-';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links lead in a circle',
};

/**
 * Looks whether a page could be written, before the work is done that would be lost.
 *
 * @throws {Error} saying what is in the way
 */
export async function requireWritable(path: string): Promise<void> {
  if (path === STANDARD_OUTPUT) return;
  try {
    const known = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
    if (known?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(known === undefined ? dirname(path) : path, constants.W_OK);
    if (!(await stat(dirname(path))).isDirectory())
      throw Object.assign(new Error(), { code: 'ENOTDIR' });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** @throws {Error} saying what is in the way */
export async function writePage(path: string, page: string): Promise<void> {
  if (path === STANDARD_OUTPUT) {
    process.stdout.write(page);
    return;
  }
  try {
    await writeFile(path, page);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new Error(`cannot write the page to ${path}: ${reason}`, { cause });
}
