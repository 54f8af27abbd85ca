import type { Post } from '../../functions/model/post.ts';

/** Stretches of equal length on the clock, in order of time; empty ones are left out. */
export function cutBySpan(posts: readonly Post[], spanMs: number): readonly Post[][] {
  const windows = new Map<number, Post[]>();
  for (const post of posts) {
    const at = Math.floor(post.createdMs / spanMs);
    const window = windows.get(at);
    if (window) window.push(post);
    else windows.set(at, [post]);
  }
  return [...windows.values()];
}

/** Stretches of so many posts; the last may hold fewer. */
export function cutByCount(posts: readonly Post[], count: number): readonly Post[][] {
  const windows: Post[][] = [];
  for (let at = 0; at < posts.length; at += count) windows.push(posts.slice(at, at + count));
  return windows;
}
