/** Where and how a line of input is not a post. Never carries a text or an author. */
export type BadLine = {
  /** As it was named, `-` for standard input. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Such as `createdAt` or `hashtags[2]`; `line` where the line as a whole is at fault. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
};

/** A line of a post file cannot be read. Its message names file, line, field and what was expected. */
export class BadLineError extends Error implements BadLine {
  override name = 'BadLineError';
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly expected: string;
  readonly found: string;

  constructor(bad: BadLine, options?: ErrorOptions) {
    const { file, line, field, expected, found } = bad;
    super(`${file}:${line}: ${field}: expected ${expected}, found ${found}`, options);
    this.file = file;
    this.line = line;
    this.field = field;
    this.expected = expected;
    this.found = found;
  }
}
