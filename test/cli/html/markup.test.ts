import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../../cli/html/markup.ts';

it('escapes what is filled in, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'&/=a ') }), (text) => {
      const { markup } = html`<b title="${text}">${[text, [text]]}</b>`;
      const inside = markup.slice('<b title="'.length, -'</b>'.length);
      expect(inside.split('">')).toHaveLength(2);
      expect(inside.replace('">', '')).not.toMatch(/[<>"']/);
    }),
  );
});

it('takes pieces as they are, joins lists and leaves out what is not there', () => {
  const items = ['<a>', 'b'].map((text) => html`<li>${text}</li>`);

  expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.markup).toBe(
    '<ul><li>&lt;a&gt;</li><li>b</li>0</ul>',
  );
});
