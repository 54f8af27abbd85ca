/** A table of markdown: figures as they are, with three decimals where they are no whole numbers; null is a dash. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map((row) => line(row.map(cellOf))),
  ].join('\n');
}

function cellOf(value: string | number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (typeof value === 'string') return value;
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}
