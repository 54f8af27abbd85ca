/** Fields whose value must not be repeated, not even in an error. */
const PRIVATE = new Set(['text', 'author', 'line']);

const LONGEST = 40;

/** What a field held, in words: the value itself where that is harmless and short, else its kind. */
export function describeFound(field: string, value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (value === '') return 'an empty string';
  if (PRIVATE.has(field)) return `a ${typeof value}`;
  const shown = JSON.stringify(value);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
