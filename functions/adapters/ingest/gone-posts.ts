import type { SealedPost } from '../../model/post.ts';

type Asked = readonly { readonly id: string; readonly createdMs: number }[];

/** [from, to) in which the posts asked for were made; undefined where there are none. */
export function spanOf(posts: Asked): readonly [number, number] | undefined {
  if (posts.length === 0) return undefined;
  const times = posts.map(({ createdMs }) => createdMs);
  return [Math.min(...times), Math.max(...times) + 1];
}

/** Which of the posts asked for are said to have been deleted by now. */
export async function goneOf(
  posts: Asked,
  minutes: AsyncIterable<readonly SealedPost[]>,
  nowMs: number,
): Promise<ReadonlySet<string>> {
  const asked = new Set(posts.map(({ id }) => id));
  const isGone = ({ id, sealed: { deletedMs } }: SealedPost) =>
    asked.has(id) && deletedMs !== null && deletedMs <= nowMs;
  const gone = new Set<string>();
  for await (const found of minutes) for (const { id } of found.filter(isGone)) gone.add(id);
  return gone;
}
