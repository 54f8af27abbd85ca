import { BadLineError } from './bad-line-error.ts';
import { findFiles } from './find-files.ts';
import { openBytes } from './open-bytes.ts';
import { type ParsedLine, parsePostLine } from './parse-post-line.ts';
import { PostFileError } from './post-file-error.ts';
import { type Line, readLines } from './read-lines.ts';

export type ReadPost = ParsedLine & { readonly file: string; readonly line: number };

export type ReadOptions = {
  /** Told of each bad line, which is then left out. Without it the first bad line ends the reading. */
  readonly onBadLine?: (error: BadLineError) => void;
  /** What `-` stands for. @default the standard input of the process */
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** Told how many bytes of a file were read so far, before unpacking. */
  readonly onBytes?: (file: string, bytes: number) => void;
};

/**
 * The posts of files, of folders (see `findFiles`) and of standard input (`-`), JSON lines,
 * plain or gzip, one at a time in the order in which they stand there.
 *
 * @throws {PostFileError} if a file cannot be opened or unpacked
 * @throws {BadLineError} unless `onBadLine` is given
 */
export async function* readPosts(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadPost> {
  for (const file of await findFiles(paths)) yield* readFile(file, options);
}

async function* readFile(file: string, options: ReadOptions): AsyncGenerator<ReadPost> {
  let line = 0;
  for await (const lines of linesOf(file, options)) {
    for (const text of lines) {
      line += 1;
      const post = readLine(text, { file, line }, options);
      if (post !== undefined) yield post;
    }
  }
}

/** Kept apart so that only the reading of bytes is told as a fault of the file, never a fault of a consumer. */
async function* linesOf(
  file: string,
  { standardInput = process.stdin, onBytes }: ReadOptions,
): AsyncGenerator<Line[]> {
  try {
    yield* readLines(openBytes(file, standardInput, (bytes) => onBytes?.(file, bytes)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PostFileError(file, `cannot be read: ${why}`, { cause });
  }
}

function readLine(
  text: Line,
  place: { readonly file: string; readonly line: number },
  { onBadLine }: ReadOptions,
): ReadPost | undefined {
  if (text !== null && text.trim() === '') return undefined;
  try {
    if (text === null) throw tooLong(place);
    return { ...parsePostLine(text, place), ...place };
  } catch (error) {
    if (onBadLine === undefined || !(error instanceof BadLineError)) throw error;
    onBadLine(error);
    return undefined;
  }
}

function tooLong(place: { readonly file: string; readonly line: number }): BadLineError {
  const found = 'over a million characters';
  return new BadLineError({ ...place, field: 'line', expected: 'one JSON object', found });
}
