import type { UsualAuthors } from '../functions/model/usual-authors.ts';
import { type OtherAuthors, otherAuthors } from '../functions/signals/other-authors.ts';
import type { PostColumns } from '../functions/signals/post-columns.ts';
import type { CheckGroup } from './check-groups.ts';

/** With fewer other accounts nothing is called usual. */
const MIN_ACCOUNTS = 100;

/** A hashtag of fewer posts is not compared: nothing is decided on it. */
const MIN_POSTS = 50;

/** Of more posts of a source every second, third … one stands for the others. */
const MOST_POSTS = 200_000;

type Hashtag = Pick<CheckGroup, 'source' | 'hashtag'>;

/** Who is usual beside the authors of a hashtag; undefined where too few others are in the input. */
export type CheckUsual = (hashtag: Hashtag) => UsualAuthors | undefined;

/**
 * Takes the accounts of the same source that never posted a hashtag for its usual authors: a check
 * knows no others.
 */
export function checkUsual(groups: readonly CheckGroup[]): CheckUsual {
  const byKey = new Map(groups.map((group) => [keyOf(group), group]));
  const bySource = Map.groupBy(groups, ({ source }) => source);
  const others = new Map<string, OtherAuthors>();
  const held = new Map<string, UsualAuthors>();

  function othersOf({ source, columns }: CheckGroup): OtherAuthors {
    const known = others.get(source) ?? readOthers(columns, bySource.get(source) ?? []);
    others.set(source, known);
    return known;
  }

  return (hashtag) => {
    const group = byKey.get(keyOf(hashtag));
    if (group === undefined || group.rows.length < MIN_POSTS) return undefined;
    if (bySource.get(group.source)?.length === 1) return undefined;
    const key = keyOf(group);
    // Kept of every hashtag: bursts in order of time ask again for each in every window.
    const usual = held.get(key) ?? othersOf(group)(group.columns.accountsOf(group.rows));
    held.set(key, usual);
    return usual.accounts >= MIN_ACCOUNTS ? usual : undefined;
  };
}

/** Posts without a hashtag have ordinary authors too. */
function readOthers(columns: PostColumns, groups: readonly CheckGroup[]): OtherAuthors {
  const newest = groups.reduce((most, { rows }) => rows.reduce((a, b) => Math.max(a, b), most), -1);
  const step = Math.max(1, Math.ceil((newest + 1) / MOST_POSTS));
  const rows = Array.from({ length: Math.ceil((newest + 1) / step) }, (_, at) => at * step);
  return otherAuthors(columns.select(rows.sort(columns.compare)));
}

function keyOf({ source, hashtag }: Hashtag): string {
  return `${source}#${hashtag}`;
}
