import { NAME_CLASSES, type Post, type TextMark } from '../model/post.ts';
import { numberedNames } from './numbered-names.ts';
import { type Texts, textShelf } from './text-shelf.ts';
import { typedColumn } from './typed-column.ts';

const MINUTE_MS = 60_000;

/** Sources that stamp by the minute now and then give a second: a share, not a law. */
const MINUTE_STAMPED = 0.99;

/**
 * The posts of one burst as columns, in order of time and then id, each once, with their accounts
 * numbered: what every signal reads. The first index of a post is 0; flags are 0 or 1.
 */
export type PostTable = {
  /** Posts. */
  readonly size: number;
  readonly ids: readonly string[];
  /** Epoch milliseconds, ascending. */
  readonly createdMs: Float64Array;
  /** Epoch milliseconds; NaN where the post stands or was never looked for. */
  readonly deletedMs: Float64Array;
  /** The accounts, in order of their first post. */
  readonly accounts: readonly string[];
  /** Index into `accounts`, a post. */
  readonly accountOf: Int32Array;
  /** Posts an account. */
  readonly postsBy: Int32Array;
  /** When an account was made, epoch milliseconds, as its last post that tells says; NaN where unknown. */
  readonly accountCreatedMs: Float64Array;
  /** Row in `texts`, a post; -1 where the text is not known. */
  readonly textOf: Int32Array;
  /** May hold texts of other posts too. */
  readonly texts: Texts;
  readonly repost: Uint8Array;
  /** The text carries a link. */
  readonly link: Uint8Array;
  /** The text says itself that it repeats another. */
  readonly quotes: Uint8Array;
  /** Index into `languages`, a post; -1 where unknown. */
  readonly languageOf: Int32Array;
  readonly languages: readonly string[];
  /** floor(log2(followers + 1)), a post; -1 where unknown. */
  readonly followersBucket: Int32Array;
  /** One more than the index into NAME_CLASSES, a post; 0 where unknown. */
  readonly names: Uint8Array;
  /** Mark of the place that its author states, a post; 0 where unknown. */
  readonly place: Uint32Array;
  /** Nearly all times are whole minutes: nothing finer can be asked. */
  readonly minuteStamps: boolean;
};

/**
 * Posts that come in one by one and stand in rows: some 50 bytes a post beside its id, and 130 a
 * text. A table of any of them can be made again and again.
 */
export type PostColumns = ReturnType<typeof postColumns>;

export function postColumns() {
  const ids: string[] = [];
  const accounts = numberedNames();
  const languages = numberedNames();
  const shelf = textShelf();
  const createdMs = typedColumn((rows) => new Float64Array(rows));
  const deletedMs = typedColumn((rows) => new Float64Array(rows));
  const accountCreatedMs = typedColumn((rows) => new Float64Array(rows));
  const accountOf = typedColumn((rows) => new Int32Array(rows));
  const textOf = typedColumn((rows) => new Int32Array(rows));
  const languageOf = typedColumn((rows) => new Int32Array(rows));
  const followersBucket = typedColumn((rows) => new Int32Array(rows));
  const names = typedColumn((rows) => new Uint8Array(rows));
  const place = typedColumn((rows) => new Uint32Array(rows));
  const repost = typedColumn((rows) => new Uint8Array(rows));
  const link = typedColumn((rows) => new Uint8Array(rows));
  const quotes = typedColumn((rows) => new Uint8Array(rows));

  function addText(text: TextMark | null): void {
    textOf.push(text === null ? -1 : shelf.add(text));
    link.push(Number(text?.link ?? false));
    quotes.push(Number(text?.quotes ?? false));
  }

  return {
    createdMs,
    /** NaN where the post stands or was never looked for. */
    deletedMs,
    /** Of two rows: below 0 where the first comes first, by time of creation, then id. */
    compare: (one: number, other: number): number =>
      createdMs.of(one) - createdMs.of(other) || ((ids[one] ?? '') < (ids[other] ?? '') ? -1 : 1),
    /** The accounts of these rows, each once, in order of their first row. */
    accountsOf: (rows: ArrayLike<number>): readonly string[] =>
      Array.from(new Set(accountOf.pick(rows)), (number) => accounts.names[number] ?? ''),
    /** @returns the row of the post */
    add(post: Post): number {
      createdMs.push(post.createdMs);
      deletedMs.push(post.deletedMs ?? Number.NaN);
      accountCreatedMs.push(post.accountCreatedMs ?? Number.NaN);
      accountOf.push(accounts.numberOf(post.account));
      languageOf.push(post.language === null ? -1 : languages.numberOf(post.language));
      followersBucket.push(post.followersBucket ?? -1);
      names.push(post.names === undefined ? 0 : NAME_CLASSES.indexOf(post.names) + 1);
      place.push(post.place ?? 0);
      repost.push(Number(post.repost));
      addText(post.text);
      return ids.push(post.id) - 1;
    },
    /** @param rows each once, in order of time and then id */
    select(rows: ArrayLike<number>): PostTable {
      const times = createdMs.pick(rows);
      const numbers = accountOf.pick(rows);
      return {
        size: rows.length,
        ids: Array.from(rows, (row) => ids[row] ?? ''),
        createdMs: times,
        deletedMs: deletedMs.pick(rows),
        ...withAccounts(numbers, accountCreatedMs.pick(rows), accounts.names),
        textOf: textOf.pick(rows),
        texts: shelf.texts(),
        repost: repost.pick(rows),
        link: link.pick(rows),
        quotes: quotes.pick(rows),
        languageOf: languageOf.pick(rows),
        languages: languages.names,
        followersBucket: followersBucket.pick(rows),
        names: names.pick(rows),
        place: place.pick(rows),
        minuteStamps: isMinutes(times),
      };
    },
  };
}

/** Numbers the accounts of a table anew, in order of their first post. */
function withAccounts(
  numbers: Int32Array,
  createdOf: Float64Array,
  names: readonly string[],
): Pick<PostTable, 'accounts' | 'accountOf' | 'postsBy' | 'accountCreatedMs'> {
  const found = new Map<number, number>();
  const accountOf = numbers.map((number) => {
    const known = found.get(number) ?? found.size;
    found.set(number, known);
    return known;
  });
  const postsBy = new Int32Array(found.size);
  const accountCreatedMs = new Float64Array(found.size).fill(Number.NaN);
  accountOf.forEach((account, at) => {
    postsBy[account] = (postsBy[account] ?? 0) + 1;
    const madeMs = createdOf[at] ?? Number.NaN;
    if (!Number.isNaN(madeMs)) accountCreatedMs[account] = madeMs;
  });
  const accounts = Array.from(found.keys(), (number) => names[number] ?? '');
  return { accounts, accountOf, postsBy, accountCreatedMs };
}

function isMinutes(times: Float64Array): boolean {
  let whole = 0;
  for (const time of times) if (time % MINUTE_MS === 0) whole++;
  return times.length > 0 && whole >= MINUTE_STAMPED * times.length;
}
