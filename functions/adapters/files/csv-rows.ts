import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { BadLineError } from '../replay/bad-line-error.ts';
import type { Reading } from './reading.ts';

export type CsvRow = {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
};

/** A stray quote must not swallow the rest of the file. Characters. */
const LARGEST_ROW = 1_048_576;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The rows of a table in text, however quoted; what cannot be cut into rows goes to `onBad`. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  { file, onBad }: Pick<Reading, 'file' | 'onBad'>,
): AsyncGenerator<CsvRow> {
  const faults: BadLineError[] = [];
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_ROW,
    skip_records_with_error: true,
    on_skip(error) {
      faults.push(badRow(error, file));
    },
  });
  const source = Readable.from(chunks, { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  let ended = 0;
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
    for (const fault of faults.splice(0)) onBad(fault);
    yield { cells: record, line: ended + 1 };
    ended = info.lines;
  }
  for (const fault of faults) onBad(fault);
}

function badRow(error: CsvError | undefined, file: string): BadLineError {
  const line = typeof error?.lines === 'number' ? error.lines : 0;
  const found =
    error?.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote that is never closed'
      : 'a row over a million characters: is a quote never closed?';
  return new BadLineError({ file, line, field: 'line', expected: 'a row of a table', found });
}
