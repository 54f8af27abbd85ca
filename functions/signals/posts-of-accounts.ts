import type { PostTable } from './post-table.ts';

/** The same table with the posts of these accounts only, and with these accounts numbered anew. */
export function postsOfAccounts(table: PostTable, accounts: ReadonlySet<number>): PostTable {
  const rows = Int32Array.from(
    [...table.accountOf.keys()].filter((at) => accounts.has(table.accountOf[at] ?? -1)),
  );
  const kept = [...new Set(Array.from(rows, (at) => table.accountOf[at] ?? 0))];
  const numberOf = new Map(kept.map((old, number) => [old, number]));
  return {
    ...table,
    size: rows.length,
    ids: Array.from(rows, (at) => table.ids[at] ?? ''),
    createdMs: Float64Array.from(rows, (at) => table.createdMs[at] ?? 0),
    deletedMs: Float64Array.from(rows, (at) => table.deletedMs[at] ?? Number.NaN),
    accounts: kept.map((old) => table.accounts[old] ?? ''),
    accountOf: Int32Array.from(rows, (at) => numberOf.get(table.accountOf[at] ?? 0) ?? 0),
    postsBy: Int32Array.from(kept, (old) => table.postsBy[old] ?? 0),
    accountCreatedMs: Float64Array.from(kept, (old) => table.accountCreatedMs[old] ?? Number.NaN),
    textOf: Int32Array.from(rows, (at) => table.textOf[at] ?? -1),
    repost: Uint8Array.from(rows, (at) => table.repost[at] ?? 0),
    link: Uint8Array.from(rows, (at) => table.link[at] ?? 0),
    quotes: Uint8Array.from(rows, (at) => table.quotes[at] ?? 0),
    languageOf: Int32Array.from(rows, (at) => table.languageOf[at] ?? -1),
    followersBucket: Int32Array.from(rows, (at) => table.followersBucket[at] ?? -1),
    names: Uint8Array.from(rows, (at) => table.names[at] ?? 0),
    place: Uint32Array.from(rows, (at) => table.place[at] ?? 0),
  };
}
