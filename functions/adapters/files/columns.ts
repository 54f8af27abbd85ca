import { COLUMN_NAMES, type ColumnField } from './column-names.ts';
import { type ColumnMap, isPostField } from './post-field.ts';

/** The name of the column that holds a field, as the file spells it. */
export type Columns = { readonly [field in ColumnField]?: string };

const REQUIRED = ['id', 'author', 'createdAt'] as const;

/** Columns that only exports of X have: what they hold is of X, and its ids tell the time. */
const OF_X = /^(statusid|idstr|tweet.*|twitter.*|fromuseridstr|.*retweet.*|screenname)$/;

/** The columns of a header, found by name; what is mapped comes first. */
export function findColumns(header: readonly string[], map: ColumnMap): Columns {
  const bySpelling = new Map(header.toReversed().map((name) => [plain(name), name]));
  const mapped = new Set(Object.values(map));
  const free = (name: string | undefined) => name !== undefined && !mapped.has(name);
  const found = Object.entries(COLUMN_NAMES).flatMap(([field, names]) => {
    const name = names.map((one) => bySpelling.get(one)).find(free);
    return name === undefined ? [] : [[field, name]];
  });
  return { ...Object.fromEntries(found), ...map };
}

/** What is wanted and not there, in words that say what was found and how to say otherwise; undefined where all is there. */
export function whatIsMissing(header: readonly string[], map: ColumnMap): string | undefined {
  const unknown = Object.values(map).filter((name) => !header.includes(name));
  const columns = findColumns(header, map);
  const missing = REQUIRED.filter((field) => columns[field] === undefined);
  const tagged = columns.text !== undefined || columns.hashtags !== undefined;
  const wanted = [...missing, ...(tagged ? [] : ['text or hashtags'])];
  const found = `it has ${header.map((name) => `"${name}"`).join(', ')}`;
  if (unknown.length > 0) return `there is no column ${quoted(unknown)}: ${found}`;
  if (wanted.length === 0) return undefined;
  const example = wanted.map((field) => `${isPostField(field) ? field : 'text'}=COLUMN`).join(',');
  return `a table of posts requires columns for ${wanted.join(', ')}: ${found}; say which with --map ${example}`;
}

/** How many of these names mean something to us: how much a row looks like a header. */
export function knownColumns(header: readonly string[], map: ColumnMap): number {
  return (
    Object.keys(findColumns(header, {})).length +
    Object.values(map).filter((name) => header.includes(name)).length
  );
}

export function isOfX(header: readonly string[]): boolean {
  return header.some((name) => OF_X.test(plain(name)));
}

/** @example plain('Author ID') // 'authorid' */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
