import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STANDARD_INPUT } from './open-bytes.ts';
import { PostFileError } from './post-file-error.ts';

const POST_FILE = /\.jsonl(\.gz)?$/;

const WANTED = 'a folder requires at least one *.jsonl or *.jsonl.gz';

/**
 * The files that a list of files and folders stands for: of a folder every `*.jsonl` and
 * `*.jsonl.gz` in it, in the order of their names. `-` stays what it is.
 *
 * @param postFile which names in a folder are files of posts
 * @param wanted what is said where there is none
 * @throws {PostFileError} if there is no such file, or a folder holds none
 */
export async function findFiles(
  paths: readonly string[],
  postFile = POST_FILE,
  wanted = WANTED,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (path === STANDARD_INPUT || !(await isFolder(path))) found.push(path);
    else found.push(...(await filesOf(path, postFile, wanted)));
  }
  return found;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    throw new PostFileError(path, 'no such file or folder, or it may not be read', { cause });
  }
}

async function filesOf(
  folder: string,
  postFile: RegExp,
  wanted: string,
): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => postFile.test(name)).sort();
  if (names.length === 0) throw new PostFileError(folder, wanted);
  return names.map((name) => join(folder, name));
}
