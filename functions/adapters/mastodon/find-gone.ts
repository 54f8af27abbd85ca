import { turned } from '../posts/turned.ts';
import type { ApiClient } from './api-client.ts';
import { confirmGone, lookUpsIn } from './confirm-gone.ts';
import type { TimelineView } from './timeline-view.ts';

export type AskedPost = {
  /** As others know it. */
  readonly id: string;
  /** As its server does. */
  readonly localId: string;
  readonly createdMs: number;
};

/**
 * Posts that their server no longer has: absent from the timeline, and then looked for by id.
 *
 * @param mostLookUps requests; of more absent posts another part each minute: posts that a moderator hid from timelines
 *   still stand, and must not keep us from the others
 */
export async function findGone(
  posts: readonly AskedPost[],
  view: TimelineView,
  api: ApiClient,
  nowMs: number,
  mostLookUps: number,
): Promise<readonly string[]> {
  const absent = posts.filter((post) => isAbsent(post, view));
  const asked = turned(absent, nowMs, lookUpsIn(mostLookUps, absent.length, api));
  const { gone, closed } = await confirmGone(
    asked.map(({ localId }) => localId),
    mostLookUps,
    api,
    nowMs,
  );
  const found = closed
    ? absent.filter((post) => hasOlder(view, post))
    : asked.filter(({ localId }) => gone.has(localId));
  return found.map(({ id }) => id);
}

/**
 * Posts whose home is none of our servers, and that stand in no timeline any more although
 * timelines reach further back.
 *
 * @param views of all servers: where one is missing the post may stand there
 */
export function goneEverywhere(
  posts: readonly Pick<AskedPost, 'id' | 'createdMs'>[],
  views: readonly TimelineView[],
): readonly string[] {
  const filled = views.filter((view) => view.posts.size > 0);
  return posts
    .filter(
      (post) =>
        views.every((view) => isAbsent(post, view)) &&
        filled.length > 0 &&
        filled.every((view) => hasOlder(view, post)),
    )
    .map(({ id }) => id);
}

type Made = Pick<AskedPost, 'id' | 'createdMs'>;

function isAbsent(post: Made, view: TimelineView): boolean {
  return !view.posts.has(post.id) && post.createdMs > view.coveredMs;
}

/** A timeline that shows an older post has not just lost its end. */
function hasOlder(view: TimelineView, { createdMs }: Made): boolean {
  for (const other of view.posts.values()) if (other.createdMs < createdMs) return true;
  return false;
}
