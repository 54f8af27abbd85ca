import { whole } from '../../dashboard/wording.ts';
import { html, type Markup } from './markup.ts';

export type BarRow = {
  readonly label: string | Markup;
  readonly value: number;
  /** The value as it is read, where the number alone does not say it. */
  readonly text?: string;
  readonly marked?: boolean;
};

/** A table whose numbers are also bars: picture and figures in one, for eyes and for ears. */
export function barTable(
  heads: readonly [string, string],
  rows: readonly BarRow[],
  caption: string,
): Markup {
  const top = rows.reduce((most, { value }) => Math.max(most, value), 1);
  const room = rows.reduce((most, row) => Math.max(most, textOf(row).length), 0);
  return html`<table class="bars" style="--room:${room}ch"><caption>${caption}</caption>
<thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${rows.map((row) => rowOf(row, top))}</tbody></table>`;
}

/** All bars of a table leave the same room for their texts, so that their lengths can be compared. */
function rowOf(row: BarRow, top: number): Markup {
  const { label, value, marked = false } = row;
  const bar = value > 0 && html`<i style="--share:${(value / top).toFixed(3)}"></i>`;
  return html`<tr class="${marked ? 'marked' : 'plain'}"><th scope="row">${label}</th><td><div>${bar}<span>${textOf(row)}</span></div></td></tr>
`;
}

function textOf({ value, text }: BarRow): string {
  return text ?? whole(value);
}
