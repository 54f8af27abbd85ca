import type { Post } from '../../model/post.ts';
import type { PostStore } from '../../ports/post-store.ts';
import { unitePosts } from '../stored/unite-posts.ts';

type Polls = {
  readonly seen: Map<number, Map<string, Post>>;
  readonly gone: Map<number, Set<string>>;
};

export function memoryPostStore(): PostStore {
  const bursts = new Map<string, Polls>();

  function pollsOf(burstId: string): Polls {
    const polls = bursts.get(burstId) ?? { seen: new Map(), gone: new Map() };
    bursts.set(burstId, polls);
    return polls;
  }

  return {
    async append(burstId, pollMs, posts) {
      const { seen } = pollsOf(burstId);
      const there = seen.get(pollMs) ?? new Map<string, Post>();
      seen.set(pollMs, there);
      for (const post of posts) if (!there.has(post.id)) there.set(post.id, structuredClone(post));
    },

    async markGone(burstId, pollMs, postIds) {
      const { gone } = pollsOf(burstId);
      gone.set(pollMs, new Set([...(gone.get(pollMs) ?? []), ...postIds]));
    },

    async read(burstId, sincePollMs = 0) {
      const { seen, gone } = pollsOf(burstId);
      const polls = [...seen].filter(([pollMs]) => pollMs >= sincePollMs);
      const posts = polls
        .sort(([one], [other]) => one - other)
        .flatMap(([, of]) => [...of.values()]);
      const notes = [...gone].map(([pollMs, ids]) => ({ pollMs, postIds: [...ids] }));
      return unitePosts(posts, notes);
    },
  };
}
