/** How exports write that nothing is known: R, Python, SQL, spreadsheets. */
const NOTHING = new Set([
  '',
  'NA',
  'N/A',
  '#N/A',
  'NULL',
  'null',
  'None',
  'nan',
  'NaN',
  '\\N',
  '<NA>',
]);

const YES = words('true t yes y 1 retweet retweeted repost reblog boost share');
const NO = words('false f no n 0 tweet post original reply replied_to comment quote quoted');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

export function isNothing(cell: unknown): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell === 'number') return Number.isNaN(cell);
  return typeof cell === 'string' && NOTHING.has(cell.trim());
}

export function textOf(cell: unknown): string | null {
  return isNothing(cell) ? null : String(cell);
}

/** An id with all its digits; null where a spreadsheet or a decimal number has cut them. */
export function idOf(cell: unknown): string | null {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return null;
  const text = String(cell).trim();
  if (/^\d([.,]\d+)?e\+\d{2}$/i.test(text)) return null;
  const [, whole] = /^(\d+)\.0+$/.exec(text) ?? [];
  if (whole === undefined) return text === '' ? null : text;
  return Number.isSafeInteger(Number(whole)) ? whole : null;
}

/** True for a repost, in the words of exports; null for a word that we do not know. */
export function yesOf(cell: unknown): boolean | null {
  if (isNothing(cell)) return false;
  const word = String(cell).trim().toLowerCase().replace(/\.0$/, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** A whole number from 0 up; null for anything else. */
export function countOf(cell: unknown): number | null {
  const count = Number(
    String(cell)
      .trim()
      .replace(/(?<=\d),(?=\d{3}\b)/g, ''),
  );
  return Number.isInteger(count) && count >= 0 ? count : null;
}

/** What a list holds, in whatever way it is written: JSON, Python, R, or words set apart by spaces, commas, semicolons or bars. */
export function listOf(cell: unknown): readonly string[] {
  if (isNothing(cell)) return [];
  if (Array.isArray(cell)) return cell.map(nameOf).filter((name) => name !== '');
  const text = String(cell).trim();
  const parsed = text.startsWith('[') ? parseList(text) : undefined;
  if (parsed !== undefined) return listOf(parsed);
  const bare = text.replace(/^(c\(|\[|\{)|[)\]}]$/g, '');
  return bare
    .split(/[\s,;|]+/)
    .map((word) => word.replace(/^["'“”]+|["'“”]+$/g, ''))
    .filter((word) => !isNothing(word));
}

function parseList(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An element may be the object that an interface gave: its `tag`, `text` or `name`. */
function nameOf(element: unknown): string {
  if (typeof element !== 'object' || element === null)
    return isNothing(element) ? '' : String(element);
  const name = ['tag', 'text', 'name']
    .map((key) => Reflect.get(element, key))
    .find((value) => typeof value === 'string');
  return name ?? '';
}
