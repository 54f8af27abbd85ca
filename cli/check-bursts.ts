import type { PostTable } from '../functions/signals/post-columns.ts';
import type { CheckGroup } from './check-groups.ts';
import type { Window } from './check-window.ts';

/** A stretch of a group that is judged as a burst of its own. Times in epoch milliseconds. */
export type CheckBurst = Pick<CheckGroup, 'source' | 'hashtag' | 'coTags' | 'deletionsKnown'> & {
  /** Of the window where it is a span of time, else of the first and last post. */
  readonly startMs: number;
  readonly endMs: number;
  /** Of every post of the stretch. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Everybody who took part in the stretch: for bursts that follow. */
  readonly participants: () => readonly string[];
  /** Posts of the stretch. */
  readonly allPosts: number;
  /** When the posts that are judged were made, ascending. */
  readonly times: () => Float64Array;
  /** The posts that are judged, made anew at every call: keep it while you need it, and no longer. */
  readonly table: () => PostTable;
  /** Posts are known up to here and no further. */
  readonly knownUntilMs: number;
};

/**
 * Cuts a group into bursts: one without a window.
 *
 * A stretch is not known beyond its last post, unless the group goes on after it: that the posts
 * of a file end says nothing about the hashtag.
 */
export function cutBursts(
  group: CheckGroup,
  window: Window | undefined,
  first: number | undefined,
): readonly CheckBurst[] {
  const { source, hashtag, coTags, deletionsKnown, columns } = group;
  const timeOf = (row: number | undefined) => (row === undefined ? 0 : columns.createdMs.of(row));
  const untilMs = timeOf(group.rows.at(-1));
  return stretchesOf(group, window).map((all) => {
    const rows = first === undefined ? all : all.subarray(0, first);
    const [firstMs, lastMs] = [timeOf(all[0]), timeOf(all.at(-1))];
    const { startMs, endMs } = boundsOf(firstMs, lastMs, window);
    const judgedWhole = rows.length === all.length && window?.kind === 'span';
    return {
      source,
      hashtag,
      coTags,
      deletionsKnown,
      startMs,
      endMs,
      firstMs,
      lastMs,
      participants: () => columns.accountsOf(all),
      allPosts: all.length,
      times: () => columns.createdMs.pick(rows),
      table: () => columns.select(rows),
      knownUntilMs: judgedWhole ? Math.min(endMs, untilMs) : timeOf(rows.at(-1)),
    };
  });
}

function stretchesOf({ rows, columns }: CheckGroup, window: Window | undefined): Int32Array[] {
  if (window === undefined) return [rows];
  const numberOf = (row: number, at: number) =>
    window.kind === 'span'
      ? Math.floor(columns.createdMs.of(row) / window.spanMs)
      : Math.floor(at / window.posts);
  const starts: number[] = [];
  let open = Number.NaN;
  rows.forEach((row, at) => {
    const number = numberOf(row, at);
    if (number !== open) starts.push(at);
    open = number;
  });
  return starts.map((from, at) => rows.subarray(from, starts[at + 1] ?? rows.length));
}

function boundsOf(firstMs: number, lastMs: number, window: Window | undefined) {
  if (window?.kind !== 'span') return { startMs: firstMs, endMs: lastMs };
  const alignedMs = Math.floor(firstMs / window.spanMs) * window.spanMs;
  return { startMs: alignedMs, endMs: alignedMs + window.spanMs };
}
