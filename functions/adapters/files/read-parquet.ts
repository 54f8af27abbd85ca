import {
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { STANDARD_INPUT } from '../replay/open-bytes.ts';
import { PostFileError } from '../replay/post-file-error.ts';
import type { ReadPost } from '../replay/read-posts.ts';
import { type Columns, findColumns, isOfX, whatIsMissing } from './columns.ts';
import { fieldOf } from './json-shape.ts';
import { PARQUET_COMPRESSORS } from './parquet-compressors.ts';
import { readOrTell } from './read-or-tell.ts';
import type { Reading } from './reading.ts';
import { rowPost } from './row-post.ts';

const NOT_PIPED = 'parquet requires a file: its index stands at its end';

type Row = Record<string, unknown>;

/**
 * The posts of a Parquet file, of which only the columns that we use are read, one group of rows
 * at a time.
 *
 * @throws {PostFileError} if columns are missing, or it cannot be read
 */
export async function* readParquet(reading: Reading): AsyncGenerator<ReadPost> {
  const { file, map } = reading;
  if (file === STANDARD_INPUT) throw new PostFileError(file, NOT_PIPED);
  const { buffer, metadata } = await opened(file);
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  const missing = whatIsMissing(header, map);
  if (missing !== undefined) throw new PostFileError(file, missing);
  const columns = findColumns(header, map);
  const source = reading.source ?? (isOfX(header) ? 'x' : 'file');
  const wanted = [...new Set(Object.values(columns))];
  for (const { rowStart, rowEnd } of spansOf(metadata)) {
    const rows = await readable(file, () =>
      parquetReadObjects({
        file: buffer,
        metadata,
        columns: wanted,
        rowStart,
        rowEnd,
        compressors: PARQUET_COMPRESSORS,
      }),
    );
    yield* postsOf(rows, rowStart, { columns, source, reading });
  }
}

/** A group of rows may be a million long: so many at a time are enough in memory. */
const MOST_ROWS = 100_000;

/** Spans of rows, each within one group of the file. */
function* spansOf({ row_groups }: FileMetaData): Generator<{ rowStart: number; rowEnd: number }> {
  let groupStart = 0;
  for (const { num_rows } of row_groups) {
    const groupEnd = groupStart + Number(num_rows);
    for (let rowStart = groupStart; rowStart < groupEnd; rowStart += MOST_ROWS) {
      yield { rowStart, rowEnd: Math.min(rowStart + MOST_ROWS, groupEnd) };
    }
    groupStart = groupEnd;
  }
}

async function opened(file: string) {
  return await readable(file, async () => {
    const buffer = await asyncBufferFromFile(file);
    return { buffer, metadata: await parquetMetadataAsync(buffer) };
  });
}

function* postsOf(
  rows: readonly Row[],
  before: number,
  table: { readonly columns: Columns; readonly source: string; readonly reading: Reading },
): Generator<ReadPost> {
  for (const [index, row] of rows.entries()) {
    const place = { file: table.reading.file, line: before + index + 1 };
    const cell = (column: string) => fieldOf(row, column);
    const parsed = readOrTell(() => rowPost({ ...table, cell, place }), table.reading);
    if (parsed !== undefined) yield { ...parsed, ...place };
  }
}

/** Kept apart so that only faults of the file are told as such. */
async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PostFileError(file, `cannot be read as parquet: ${why}`, { cause });
  }
}
