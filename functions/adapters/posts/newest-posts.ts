import type { Span } from '../../ports/source.ts';

/**
 * The newest of what was read of a span, oldest first, and from where on they are all.
 *
 * @param posts of one moment in the order in which they were made
 * @param readMs everything made from here on was read
 * @param limit at least 1
 */
export function newestPosts<Post extends { readonly createdMs: number }>(
  posts: readonly Post[],
  readMs: number,
  { fromMs, toMs }: Pick<Span, 'fromMs' | 'toMs'>,
  limit: number,
): { readonly posts: readonly Post[]; readonly fromMs: number } {
  const sorted = posts.toSorted((one, other) => one.createdMs - other.createdMs);
  const newest = sorted.slice(-limit);
  // Another of the same moment may be left.
  const cutMs = newest.length < sorted.length ? (newest[0]?.createdMs ?? toMs) + 1 : fromMs;
  return { posts: newest, fromMs: Math.min(toMs, Math.max(fromMs, readMs, cutMs)) };
}
