import { decodeEntities } from './decode-entities.ts';

/** Few servers accept a post near this long; beyond it is cut, so that no post can hold us up. */
const MOST_CHARACTERS = 20_000;

const UNREAD = /<!--[\s\S]*?-->|<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi;
const LINK = /<a\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>([\s\S]*?)<\/a\s*>/gi;
const BREAK = /<br\b[^<>]*>/gi;
const BLOCK = /<\/?(?:p|div|blockquote|pre|ul|ol|li|h[1-6])\b(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/i;

/**
 * The plain text of a post's HTML: paragraphs apart by a blank line, `<br>` a new line, a link its
 * address in full (servers shorten what they show), a hashtag or mention the word that it shows.
 *
 * @example htmlText('<p>See <a href="https://a.example/b">a.example/…</a></p>') // 'See https://a.example/b'
 */
export function htmlText(html: string): string {
  const marked = html
    .slice(0, MOST_CHARACTERS)
    .replace(UNREAD, '')
    .replace(/\s+/g, ' ')
    .replace(LINK, (_, attributes: string, inner: string) => linkText(attributes, inner))
    .replace(BREAK, '\n')
    .replace(BLOCK, '\n\n')
    .replace(TAG, '');
  return decodeEntities(marked)
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Still in HTML: entities are decoded once, at the end. */
function linkText(attributes: string, inner: string): string {
  const shown = inner.replace(TAG, '').trim();
  const isWord = /^[#＃@]/u.test(shown) || /\b(?:mention|hashtag)\b/.test(attributes);
  const href = HREF.exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined);
  if (isWord || href === undefined || !/^https?:/i.test(href)) return shown;
  return href;
}
