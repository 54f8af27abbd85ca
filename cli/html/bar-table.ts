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
  return html`<table class="bars"><caption>${caption}</caption>
<thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${rows.map((row) => rowOf(row, top))}</tbody></table>`;
}

function rowOf({ label, value, text, marked = false }: BarRow, top: number): Markup {
  const share = ((100 * value) / top).toFixed(1);
  const bar = value > 0 && html`<i style="--share:${share}%"></i>`;
  return html`<tr class="${marked ? 'marked' : 'plain'}"><th scope="row">${label}</th><td><div>${bar}<span>${text ?? whole(value)}</span></div></td></tr>
`;
}
