import type { Rows } from '../check-report-rows.ts';
import { type BarRow, barTable } from './bar-table.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';

const SHOWN = 10;

/** How many posts the most copied texts have. The texts themselves are not kept. */
export function textsPicture({ texts }: Rows): Markup | null {
  const own = texts.filter(({ linked }) => !linked);
  if (own.length === 0) return null;
  const rows: BarRow[] = own.slice(0, SHOWN).map(({ posts, accounts }, at) => ({
    label: `text ${at + 1}`,
    value: posts,
    text: `${posts.toLocaleString('en-GB')} by ${accounts.toLocaleString('en-GB')} accounts`,
  }));
  const rest = own.slice(SHOWN);
  const others =
    rest.length > 0
      ? ` ${rest.length.toLocaleString('en-GB')} further texts have ${sum(rest).toLocaleString('en-GB')} posts together.`
      : '';
  const linked = texts.length - own.length;
  const headlines =
    linked > 0
      ? ` ${linked === 1 ? 'One text' : `${linked.toLocaleString('en-GB')} texts`} with a link (headlines, share buttons) left out.`
      : '';
  return figure({
    title: 'Texts that several accounts posted',
    picture: barTable(['text', 'posts'], rows, 'The most copied texts'),
    caption: `Original posts that are the same word for word or nearly, by three accounts or more. Texts are not kept, so they have numbers.${others}${headlines}`,
  });
}

function sum(texts: readonly { readonly posts: number }[]): number {
  return texts.reduce((total, { posts }) => total + posts, 0);
}
