import { delimiterOf } from './csv-dialect.ts';
import { parseRecord } from './parse-record.ts';
import type { PostFormat } from './post-format.ts';
import type { Reading } from './reading.ts';
import { isRow } from './row-shape.ts';
import { shapeOf } from './shape-of.ts';

/** How an input is to be read. */
export type Form =
  | { readonly kind: 'own-lines' }
  | { readonly kind: 'lines' | 'values'; readonly format: PostFormat | undefined }
  | { readonly kind: 'csv'; readonly delimiter: string }
  | { readonly kind: 'parquet' };

const LINES_LOOKED_AT = 20;

/** @param asked what the user says it is; undefined where the content shall tell */
export function detectForm(
  head: Buffer,
  asked: PostFormat | undefined,
  reading: Pick<Reading, 'map' | 'file'>,
): Form {
  if (asked === 'parquet' || (asked === undefined && isParquet(head))) return { kind: 'parquet' };
  const lines = firstLines(head);
  if (asked === 'csv' || (asked === undefined && isTable(lines, reading)))
    return { kind: 'csv', delimiter: delimiterOf(lines, reading.map) };
  if (startsList(lines)) return { kind: 'values', format: asked };
  return jsonForm(lines, asked, reading);
}

function jsonForm(
  lines: readonly string[],
  asked: PostFormat | undefined,
  reading: Pick<Reading, 'map' | 'file'>,
): Form {
  const record = isPretty(lines[0]) ? undefined : firstObject(lines, reading.file);
  // What begins like JSON and has no value on a line has one on several.
  if (record === undefined && lines[0]?.startsWith('{')) return { kind: 'values', format: asked };
  if (asked === 'jsonl') return { kind: 'own-lines' };
  if (asked !== undefined) return { kind: 'lines', format: asked };
  return lineForm(record, reading);
}

/** Lines that are like nothing else are taken for ours, so that their faults are told as such. */
function lineForm(record: unknown, reading: Pick<Reading, 'map'>): Form {
  if (Object.keys(reading.map).length > 0) return { kind: 'lines', format: undefined };
  const format = shapeOf(record);
  if (format === undefined && isRow(record, reading)) return { kind: 'lines', format };
  if (format === undefined || format === 'jsonl') return { kind: 'own-lines' };
  return { kind: 'lines', format };
}

function isParquet(head: Buffer): boolean {
  return head.subarray(0, 4).toString('latin1') === 'PAR1';
}

/** The first lines that are not empty; the last may be cut off. */
function firstLines(head: Buffer): readonly string[] {
  const lines = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split('\n', LINES_LOOKED_AT * 2);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LINES_LOOKED_AT);
}

function startsList([first]: readonly string[]): boolean {
  return first?.startsWith('[') === true;
}

/** A line that ends where something opens goes on in the next. */
function isPretty(line: string | undefined): boolean {
  return line !== undefined && /[{[,:]$/.test(line);
}

/** Text that is not JSON, and whose first line is cut by something that cuts tables. */
function isTable(lines: readonly string[], { file }: Pick<Reading, 'file'>): boolean {
  const [first] = lines;
  if (first === undefined || /^[{[]/.test(first) || !/[,\t;|]/.test(first)) return false;
  return firstObject(lines, file) === undefined;
}

function firstObject(lines: readonly string[], file: string): unknown {
  for (const [index, text] of lines.entries()) {
    try {
      const value = parseRecord({ text, line: index + 1 }, file);
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // A bad line is told when it is read; here only the form is asked.
    }
  }
  return undefined;
}
