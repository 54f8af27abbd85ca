/** What a source shows: a post, when it was made and when it was deleted. */
type Lived = { readonly createdMs: number; readonly deletedMs: number | null };

/**
 * What polls every `pollMs` see of posts: one is seen if a poll falls inside its life, and is
 * missed by the first poll after its end. Polls fall on multiples of `pollMs`.
 *
 * @returns the posts seen, each with the time of the poll that first missed it (null while none has)
 */
export function pollView<P extends Lived>(
  posts: readonly P[],
  pollMs: number,
  untilMs: number,
): readonly (P & { readonly deletedMs: number | null })[] {
  return posts.flatMap((post) => {
    const firstPollMs = pollAfter(post.createdMs, pollMs);
    if (firstPollMs > untilMs) return [];
    if (post.deletedMs === null) return [post];
    if (post.deletedMs <= firstPollMs) return [];
    const missedMs = Math.ceil(post.deletedMs / pollMs) * pollMs;
    return [{ ...post, deletedMs: missedMs <= untilMs ? missedMs : null }];
  });
}

function pollAfter(atMs: number, pollMs: number): number {
  return (Math.floor(atMs / pollMs) + 1) * pollMs;
}
