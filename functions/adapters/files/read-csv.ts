import { BadLineError } from '../replay/bad-line-error.ts';
import { PostFileError } from '../replay/post-file-error.ts';
import type { ReadPost } from '../replay/read-posts.ts';
import { findColumns, isOfX, knownColumns, whatIsMissing } from './columns.ts';
import { LINES_BEFORE_HEADER } from './csv-dialect.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { readOrTell } from './read-or-tell.ts';
import type { Place, Reading } from './reading.ts';
import { rowPost } from './row-post.ts';

type Table = { readonly read: (row: CsvRow) => ReadPost };

/**
 * The posts of a table in text, its columns found by name in the first rows.
 *
 * @throws {PostFileError} if columns are missing
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  reading: Reading,
): AsyncGenerator<ReadPost> {
  const above: CsvRow[] = [];
  let table: Table | undefined;
  for await (const row of csvRows(chunks, delimiter, reading)) {
    const post = table && readOrTell(() => table?.read(row), reading);
    if (post !== undefined) yield post;
    table ??= headerIn(row, above, reading);
  }
  if (table === undefined && above.length > 0) throw noHeader(above, reading);
}

/** @param above the rows looked at so far, to which this one is added */
function headerIn(row: CsvRow, above: CsvRow[], reading: Reading): Table | undefined {
  const table = tableOf(row, reading);
  above.push(row);
  if (table === undefined && above.length >= LINES_BEFORE_HEADER) throw noHeader(above, reading);
  return table;
}

/** Undefined while this is no header. */
function tableOf({ cells }: CsvRow, reading: Reading): Table | undefined {
  const header = cells.map((cell) => cell.trim());
  if (whatIsMissing(header, reading.map) !== undefined) return undefined;
  const columns = findColumns(header, reading.map);
  const indexes = new Map(
    header.map((name, index) => [name, index]).toReversed() as [string, number][],
  );
  const source = reading.source ?? (isOfX(header) ? 'x' : 'file');
  return {
    read(row) {
      const place = { file: reading.file, line: row.line };
      refuseOtherWidth(row.cells, header.length, place);
      const cell = (column: string) => row.cells[indexes.get(column) ?? -1];
      return { ...rowPost({ columns, source, reading, cell, place }), ...place };
    },
  };
}

function refuseOtherWidth(cells: readonly string[], width: number, place: Place): void {
  const extra = cells.slice(width).some((cell) => cell !== '');
  if (cells.length >= width && !extra) return;
  const expected = `${width} columns, as the header has`;
  throw new BadLineError({ ...place, field: 'line', expected, found: `${cells.length}` });
}

function noHeader(rows: readonly CsvRow[], { file, map }: Reading): PostFileError {
  const headers = rows.map(({ cells }) => cells.map((cell) => cell.trim()));
  const likeliest =
    headers.toSorted((a, b) => knownColumns(b, map) - knownColumns(a, map))[0] ?? [];
  // What may be a post is not repeated.
  const isHeader = knownColumns(likeliest, map) > 0 || likeliest.every(isColumnName);
  const missing = whatIsMissing(likeliest, map) ?? '';
  const blind = `a table of posts requires a first row that names its columns, among them id, author and createdAt; found ${likeliest.length} cells that name none`;
  return new PostFileError(file, isHeader ? missing : blind);
}

/** Short, of at most three words, and no number. */
function isColumnName(cell: string): boolean {
  return /^[\p{L}_]\S{0,24}( \S{1,24}){0,2}$/u.test(cell);
}
