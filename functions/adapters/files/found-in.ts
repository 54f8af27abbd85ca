/** What may be repeated of a time, a number or a yes: nothing that could be a sentence or a name. */
const HARMLESS = /^[\d\s:.,+\-/TZ]{1,40}$/;

/** What a field held, in words that give away neither a text nor an author. */
export function foundIn(value: unknown, mayBeShown: boolean): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (value === '') return 'an empty text';
  const text = String(value);
  if (mayBeShown && HARMLESS.test(text)) return typeof value === 'string' ? `"${text}"` : text;
  return typeof value === 'string' ? `a text of ${text.length} characters` : `a ${typeof value}`;
}
