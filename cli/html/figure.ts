import { html, type Markup } from './markup.ts';

export type FigureOptions = {
  readonly title: string;
  readonly picture: Markup;
  /** What is to be seen, and what it would look like otherwise. */
  readonly caption: string | Markup;
  /** The numbers behind the picture, where it is not a table itself. */
  readonly table?: Markup;
  readonly wide?: boolean;
};

/** A picture, what it shows, and the numbers behind it. */
export function figure({ title, picture, caption, table, wide = false }: FigureOptions): Markup {
  return html`<figure${wide && html` class="wide"`}><h4>${title}</h4>${picture}<figcaption>${caption}</figcaption>${
    table && html`<details class="behind"><summary>Numbers behind it</summary>${table}</details>`
  }</figure>`;
}

/** Plain rows of numbers. */
export function numbers(
  heads: readonly string[],
  rows: readonly (readonly (string | number | Markup)[])[],
): Markup {
  return html`<div class="scroll"><table class="numbers"><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([first, ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
