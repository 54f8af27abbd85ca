/** The same shape with every leaf of another type: a number where a word was, a word where a number was. */
export function wrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wrongTypes);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wrongTypes(one)]));
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return [value];
  return { was: value };
}
