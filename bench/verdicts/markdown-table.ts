/** A table of markdown: numbers are shares or figures of three decimals, counts come as words; null is a dash. */
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
  return value.toFixed(3);
}
