import { type Columns, findColumns, isOfX, whatIsMissing } from './columns.ts';
import { fieldOf, type JsonShape } from './json-shape.ts';
import type { Reading } from './reading.ts';
import { rowPost } from './row-post.ts';

/** Objects that are rows of a table: their keys are its columns, found by name or mapped. */
export function rowShape(first: unknown, reading: Reading): JsonShape {
  const header = Object.keys(Object(first));
  const columns: Columns = findColumns(header, reading.map);
  const source = reading.source ?? (isOfX(header) ? 'x' : 'file');
  return {
    posts: (record, place) => [
      () => rowPost({ columns, source, reading, place, cell: (column) => fieldOf(record, column) }),
    ],
  };
}

/** Whether an object has what a row of posts must have. */
export function isRow(record: unknown, { map }: Pick<Reading, 'map'>): boolean {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  return whatIsMissing(Object.keys(record), map) === undefined;
}
