import type { Check } from '../model/check.ts';
import { displayHashtag } from '../model/display-hashtag.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import type { SourceName } from '../model/watch.ts';
import type { CheckStore } from '../ports/check-store.ts';
import type { AssessDue } from '../ports/messages.ts';
import type { Queue } from '../ports/queue.ts';

export type CheckWish = {
  readonly source: SourceName;
  readonly place: string | null;
  /** As typed. */
  readonly hashtag: string;
};

export type StartCheckPorts = {
  readonly checks: CheckStore;
  readonly assess: Queue<AssessDue>;
};

/** Puts an on-demand check in line. Kept before it is queued, so that whoever takes it up finds it. */
export async function startCheck(
  checkId: string,
  wish: CheckWish,
  atMs: number,
  ports: StartCheckPorts,
): Promise<Check> {
  const display = displayHashtag(wish.hashtag);
  const check = await ports.checks.save({
    checkId,
    createdMs: atMs,
    source: wish.source,
    place: wish.place,
    hashtag: normaliseHashtag(wish.hashtag),
    ...(display !== undefined && { display }),
    state: 'waiting',
    postsRead: 0,
    failure: null,
    verdict: null,
    version: 0,
  });
  await ports.assess.send([{ kind: 'check', checkId, atMs }]);
  return check;
}
