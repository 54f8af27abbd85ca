import { knownColumns } from './columns.ts';
import type { ColumnMap } from './post-field.ts';

const DELIMITERS = [',', '\t', ';', '|'];

/** Some exports (Brandwatch) write what was searched for above their header. */
export const LINES_BEFORE_HEADER = 20;

/** The character that sets columns apart: with which one of the first lines looks most like a header. */
export function delimiterOf(lines: readonly string[], map: ColumnMap): string {
  const scored = DELIMITERS.flatMap((delimiter) =>
    lines.slice(0, LINES_BEFORE_HEADER).map((line) => {
      const cells = cellsOf(line, delimiter);
      return { delimiter, score: knownColumns(cells, map) * 1000 + Math.min(cells.length, 999) };
    }),
  );
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

/** Cut simply: the names of columns hold no delimiter, and a line that is no header may be cut amiss. */
export function cellsOf(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}
