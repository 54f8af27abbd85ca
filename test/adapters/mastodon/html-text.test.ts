import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../functions/adapters/mastodon/html-text.ts';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What a browser would show of text in one paragraph. */
function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('htmlText', () => {
  it.each`
    case                                 | html                                                                                                                                | text
    ${'paragraphs'}                      | ${'<p>one</p><p>two</p>'}                                                                                                           | ${'one\n\ntwo'}
    ${'line breaks'}                     | ${'<p>one<br>two<br />three</p>'}                                                                                                   | ${'one\ntwo\nthree'}
    ${'a shortened link'}                | ${'<a href="https://a.example/b?c=1&amp;d=2"><span class="invisible">https://</span><span class="ellipsis">a.example/b</span></a>'} | ${'https://a.example/b?c=1&d=2'}
    ${'a link of other words'}           | ${"see <a href='https://a.example/'>here</a>."}                                                                                     | ${'see https://a.example/.'}
    ${'a hashtag'}                       | ${'<a href="https://a.example/tags/run" class="mention hashtag" rel="tag">#<span>Run</span></a>'}                                   | ${'#Run'}
    ${'a mention'}                       | ${'<span class="h-card"><a href="https://a.example/@bo" class="u-url mention">@<span>bo</span></a></span> hi'}                      | ${'@bo hi'}
    ${'a link that is no address'}       | ${'<a href="javascript:x()">words</a>'}                                                                                             | ${'words'}
    ${'entities, once'}                  | ${'&lt;b&gt; &amp;lt; &#x1F600; &#128512; &#39;&quot;&nbsp;&unknown; &constructor;'}                                                | ${'<b> &lt; 😀 😀 \'"\u00a0&unknown; &constructor;'}
    ${'entities that are no characters'} | ${'&#0; &#xD800; &#x110000;'}                                                                                                       | ${'\ufffd \ufffd \ufffd'}
    ${'raw markup of a lax server'}      | ${'a & b < c <b>bold<br>'}                                                                                                          | ${'a & b < c bold'}
    ${'a quoted > in an attribute'}      | ${'<span title="a > b">x</span>'}                                                                                                   | ${'x'}
    ${'lists'}                           | ${'<ul><li>one</li><li>two</li></ul>'}                                                                                              | ${'one\n\ntwo'}
    ${'scripts, styles and comments'}    | ${'a<script>let x = "<p>"</script><style>p{}</style><!-- c -->b'}                                                                   | ${'ab'}
    ${'another script'}                  | ${'<p dir="rtl">مرحبا <a href="https://a.example/tags/x" class="mention hashtag">#<span>سباق</span></a></p>'}                       | ${'مرحبا #سباق'}
    ${'nothing'}                         | ${''}                                                                                                                               | ${''}
  `('reads $case', ({ html, text }) => {
    expect(htmlText(html)).toBe(text);
  });

  it('gives back any text that was escaped into paragraphs', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (paragraphs) => {
        const html = paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');
        const expected = paragraphs.map(shown).filter((text) => text !== '');
        expect(htmlText(html)).toBe(expected.join('\n\n'));
      }),
    );
  });

  it('gives back any address that was linked, whatever was shown of it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (url, label) => {
        const html = `<p><a href="${escaped(url)}">${escaped(`x${label}`)}</a></p>`;
        expect(htmlText(html)).toBe(url);
      }),
    );
  });

  it('takes anything for HTML, and never makes more of it', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      ';',
      '/',
      '<a href=',
      '<p',
      '</p>',
      '<!--',
      'x',
      '#1',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('');
        const text = htmlText(html);
        expect(text.length).toBeLessThanOrEqual(html.length);
        expect(text).toBe(text.trim());
        expect(text).not.toContain('\n\n\n');
      }),
    );
  });

  it('cuts a post of no end', () => {
    expect(htmlText('x'.repeat(100_000))).toHaveLength(20_000);
  });
});
