import { findFiles } from '../replay/find-files.ts';
import { STANDARD_INPUT } from '../replay/open-bytes.ts';

export type FoundFile = {
  readonly file: string;
  /** Whether it was named itself, not only a folder that holds it. */
  readonly named: boolean;
};

const POST_FILE = /\.(jsonl|ndjson|json|csv|tsv|parquet)(\.(gz|zst))?$/i;

const WANTED =
  'a folder requires at least one file of posts: *.jsonl, *.ndjson, *.json, *.csv, *.tsv or *.parquet, plain, *.gz or *.zst';

/**
 * The files that a list of files and folders stands for, in the order of their names.
 *
 * @throws {PostFileError} if there is no such file, or a folder holds none
 */
export async function findPostFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    if (path === STANDARD_INPUT) found.push({ file: path, named: true });
    else
      for (const file of await findFiles([path], POST_FILE, WANTED))
        found.push({ file, named: file === path });
  }
  return found;
}
