import type { ReadPost } from '../replay/read-posts.ts';
import { BLUESKY_POST, SELF_DECLARED } from './bluesky-post.ts';
import type { JsonShape } from './json-shape.ts';
import { MASTODON_STATUS } from './mastodon-status.ts';
import { OWN_POST } from './own-post.ts';
import { parseRecord } from './parse-record.ts';
import type { PostFormat } from './post-format.ts';
import type { RawRecord } from './raw-record.ts';
import { readOrTell } from './read-or-tell.ts';
import type { Reading } from './reading.ts';
import { isRow, rowShape } from './row-shape.ts';
import { isEmptyPage, isOldX, shapeOf } from './shape-of.ts';
import { X_OLD_STATUS } from './x-old-status.ts';
import { X_PAGE } from './x-page.ts';

/**
 * The posts of JSON values, which are all of the form of the first that has one.
 *
 * @param format what the form is; undefined where the first value shall tell
 */
export async function* readJson(
  records: AsyncIterable<readonly RawRecord[]>,
  format: PostFormat | undefined,
  reading: Reading,
): AsyncGenerator<ReadPost> {
  const shapeFor = recogniser(format, reading);
  for await (const some of records) {
    for (const raw of some) yield* postsOf(raw, shapeFor, reading);
  }
}

function* postsOf(
  raw: RawRecord,
  shapeFor: (value: unknown) => JsonShape,
  reading: Reading,
): Generator<ReadPost> {
  const record = readOrTell(() => parseRecord(raw, reading.file), reading);
  const place = { file: reading.file, line: raw.line };
  for (const value of record === undefined ? [] : [record].flat()) {
    if (isEmptyPage(value)) continue;
    yield* readValue(value, shapeFor(value), place, reading);
  }
}

/** Says how to read a value; the first that has a form decides for all. */
function recogniser(format: PostFormat | undefined, reading: Reading) {
  let known = format;
  let rows: JsonShape | undefined;
  return (value: unknown): JsonShape => {
    if (rows === undefined && wantsRows(known, value, reading)) rows = rowShape(value, reading);
    if (rows !== undefined) return rows;
    known ??= shapeOf(value);
    return shapeNamed(known, value);
  };
}

function* readValue(
  value: unknown,
  shape: JsonShape,
  place: { readonly file: string; readonly line: number },
  reading: Reading,
): Generator<ReadPost> {
  if (shape === BLUESKY_POST) reading.onRemark(SELF_DECLARED);
  for (const read of readOrTell(() => shape.posts(value, place), reading) ?? []) {
    const parsed = readOrTell(read, reading);
    if (parsed !== undefined) yield { ...parsed, ...place };
  }
}

/** Objects of no network are rows where their keys tell enough, and always where columns are mapped. */
function wantsRows(known: PostFormat | undefined, value: unknown, reading: Reading): boolean {
  if (known !== undefined) return false;
  if (Object.keys(reading.map).length > 0) return true;
  return shapeOf(value) === undefined && isRow(value, reading);
}

function shapeNamed(format: PostFormat | undefined, value: unknown): JsonShape {
  if (format === 'mastodon') return MASTODON_STATUS;
  if (format === 'bluesky') return BLUESKY_POST;
  if (format === 'x') return isOldX(value) ? X_OLD_STATUS : X_PAGE;
  return OWN_POST;
}
