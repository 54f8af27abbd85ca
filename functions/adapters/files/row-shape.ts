import { PostFileError } from '../replay/post-file-error.ts';
import { type Columns, findColumns, isOfX, whatIsMissing } from './columns.ts';
import { fieldOf, type JsonShape } from './json-shape.ts';
import type { Reading } from './reading.ts';
import { rowPost } from './row-post.ts';

/**
 * Objects that are rows of a table: their keys are its columns, found by name or mapped.
 *
 * @throws {PostFileError} if columns are missing
 */
export function rowShape(first: unknown, reading: Reading): JsonShape {
  const header = Object.keys(Object(first));
  const missing = whatIsMissing(header, reading.map);
  if (missing !== undefined) throw new PostFileError(reading.file, missing);
  const columns: Columns = findColumns(header, reading.map);
  const source = reading.source ?? (isOfX(header) ? 'x' : 'file');
  return {
    posts: (record, place) => [
      () => rowPost({ columns, source, reading, place, cell: (column) => fieldOf(record, column) }),
    ],
  };
}

/** Keys of our own lines that no network has: what has one of them is told its faults as one of ours. */
const OWN_KEYS = ['createdAt', 'authorCreatedAt', 'author', 'hashtags', 'repost'];

/**
 * Whether an object is to be read as a row of a table: it has what a row of posts must have, or
 * nothing at all of our own lines.
 */
export function isRow(record: unknown, { map }: Pick<Reading, 'map'>): boolean {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const keys = Object.keys(record);
  if (keys.length === 0) return false;
  return whatIsMissing(keys, map) === undefined || !OWN_KEYS.some((key) => keys.includes(key));
}
