/** One JSON value of a file, not yet parsed, or why it cannot be. */
export type RawRecord = {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** What was found instead of a value, such as "a value that the file cuts off". */
  readonly fault?: string;
};

/** A larger value would fill the memory several times over. Bytes. */
export const LARGEST_RECORD = 128 * 1024 * 1024;

export const TOO_LARGE = 'more than 128 MB in one value; cut it first, such as with: jq -c ".[]"';
