import { BadLineError } from '../replay/bad-line-error.ts';
import type { RawRecord } from './raw-record.ts';

/**
 * Whole numbers of 16 digits and more after a name that ends in "id": as numbers they would lose
 * their last digits. No text can hold such a place, since its quotes are escaped there.
 */
const LONG_ID = /(?<!\\)"(\w*id)"\s*:\s*(\d{16,})(?=\s*[,}\]])/gi;

/** @throws {BadLineError} without the text of the record */
export function parseRecord({ text, line, fault }: RawRecord, file: string): unknown {
  const found = fault ?? `${text.length} characters that are not JSON`;
  if (fault !== undefined) throw notJson(file, line, found);
  try {
    return JSON.parse(withTextIds(text.startsWith('\ufeff') ? text.slice(1) : text));
  } catch {
    // The parser's own message quotes the input, which may be a post's text: not passed on.
    throw notJson(file, line, found);
  }
}

function withTextIds(text: string): string {
  return text.replace(LONG_ID, '"$1":"$2"');
}

function notJson(file: string, line: number, found: string): BadLineError {
  return new BadLineError({ file, line, field: 'line', expected: 'one JSON value', found });
}
