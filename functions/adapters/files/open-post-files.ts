import type { BadLineError } from '../replay/bad-line-error.ts';
import { STANDARD_INPUT } from '../replay/open-bytes.ts';
import { PostFileError } from '../replay/post-file-error.ts';
import { type ReadOptions, type ReadPost, readPosts } from '../replay/read-posts.ts';
import { findPostFiles } from './find-post-files.ts';
import { holdsPosts } from './holds-posts.ts';
import { type Input, openInput } from './open-input.ts';
import type { ColumnMap } from './post-field.ts';
import type { PostFormat } from './post-format.ts';
import { readJson } from './read-json.ts';
import type { Reading } from './reading.ts';
import { splitLines } from './split-lines.ts';
import { splitValues } from './split-values.ts';

export type PostFileOptions = ReadOptions & {
  /** What every file is; without it the content of each tells. */
  readonly format?: PostFormat | undefined;
  /** Which columns of a table, or keys of JSON rows, hold what. */
  readonly map?: ColumnMap | undefined;
  /** The network that all posts are counted to, whatever the files say. */
  readonly source?: string | undefined;
  /** Told of what a reader of the answer should know, each thing once. */
  readonly onRemark?: (remark: string) => void;
};

/**
 * The posts of files, of folders and of standard input (`-`), each in whatever form it is, in the
 * order in which they stand there. Files in a folder that look like no posts are passed over.
 *
 * @throws {PostFileError} if a file cannot be opened, or its form told; later, if it cannot be read
 * @throws {BadLineError} while reading, unless `onBadLine` is given
 */
export async function openPostFiles(
  paths: readonly string[],
  options: PostFileOptions = {},
): Promise<AsyncIterable<ReadPost>> {
  const onRemark = once(options.onRemark);
  const inputs: Input[] = [];
  for (const found of await findPostFiles(paths)) {
    const input = await openInput(found, { ...options, map: options.map ?? {} });
    if (input.named || holdsPosts(input)) inputs.push(input);
    else onRemark(`${input.file} looks like no posts and was passed over`);
  }
  if (inputs.length === 0) throw new PostFileError(paths.join(' '), 'a file of posts is required');
  const allOwn = inputs.every(({ form }) => form.kind === 'own-lines');
  // The way of our own lines is the fast one, and nothing may stand in it.
  if (allOwn && options.source === undefined) return ownLines(inputs, options);
  return readInputs(inputs, { ...options, onRemark });
}

async function* readInputs(
  inputs: readonly Input[],
  options: PostFileOptions & { readonly onRemark: (remark: string) => void },
): AsyncGenerator<ReadPost> {
  const { map = {}, source, onRemark, onBadLine } = options;
  for (const input of inputs) {
    const onBad = (error: BadLineError) => {
      if (onBadLine === undefined) throw error;
      onBadLine(error);
    };
    const posts = await readInput(
      input,
      { file: input.file, map, source, onBad, onRemark },
      options,
    );
    if (source === undefined) yield* posts;
    else for await (const read of posts) yield { ...read, source };
  }
}

/** What reads tables is loaded for tables only: the others need not wait for it. */
async function readInput(
  input: Input,
  reading: Reading,
  options: ReadOptions,
): Promise<AsyncIterable<ReadPost>> {
  const { form } = input;
  switch (form.kind) {
    case 'own-lines':
      return ownLines([input], options);
    case 'csv':
      return (await import('./read-csv.ts')).readCsv(input.bytes(), form.delimiter, reading);
    case 'parquet':
      return (await import('./read-parquet.ts')).readParquet(reading);
    case 'lines':
      return readJson(splitLines(input.bytes()), form.format, reading);
    case 'values':
      return readJson(splitValues(input.bytes()), form.format, reading);
  }
}

function ownLines(inputs: readonly Input[], options: ReadOptions): AsyncIterable<ReadPost> {
  const piped = inputs.find(({ file }) => file === STANDARD_INPUT);
  const files = inputs.map(({ file }) => file);
  return readPosts(
    files,
    piped === undefined ? options : { ...options, standardInput: piped.bytes() },
  );
}

function once(tell: (remark: string) => void = () => {}): (remark: string) => void {
  const told = new Set<string>();
  return (remark) => {
    if (told.has(remark)) return;
    told.add(remark);
    tell(remark);
  };
}
