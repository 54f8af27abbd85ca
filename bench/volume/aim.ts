import { markdownTable } from '../verdicts/markdown-table.ts';

/** One thing that is aimed at: as much, or as little. */
export type Aim = {
  readonly name: string;
  readonly figure: number | null;
  readonly aim: number;
  readonly atMost?: true;
};

/** Each aim beside what is. */
export function aimTable(aims: readonly Aim[]): string {
  const rows = aims.map((one) => [
    one.name,
    one.figure,
    `${one.atMost ? 'at most' : 'at least'} ${Number(one.aim.toFixed(4))}`,
    isMet(one),
  ]);
  return markdownTable(['', 'figure', 'aim', 'met'], rows);
}

/** Null where there is no figure. */
function isMet({ figure, aim, atMost }: Aim): string | null {
  if (figure === null) return null;
  return (atMost ? figure <= aim : figure >= aim) ? 'yes' : '**no**';
}
