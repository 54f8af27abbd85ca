import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { openUri } from './post-ids.ts';
import { readAnswer } from './read-answer.ts';
import type { BlueskySession } from './session.ts';

/** The most that the app view takes at once, of posts and of accounts. */
const BATCH = 25;

const Posts = z.object({ posts: z.array(z.object({ uri: z.string() })) });

/** How the author and our account stand to each other: between two that block, nothing is shown. */
const Viewer = z.object({
  blockedBy: z.unknown(),
  blocking: z.unknown(),
  blockingByList: z.unknown(),
});

const Profile = z.object({ did: z.string(), viewer: Viewer.partial().nullish().catch(null) });
const Profiles = z.object({ profiles: z.array(Profile) });

type Looked = { readonly id: string; readonly uri: string; readonly did: string };

/**
 * Which of these posts the app view no longer has, although their author is still there. Posts of an
 * account that was suspended or switched off, or that blocks ours, cannot be seen: they are not said
 * to be gone. Stops where the network does not answer: what was not looked at by then is not gone yet.
 */
export async function findGone(
  ids: readonly string[],
  session: BlueskySession,
  sealer: Sealer,
  nowMs: number,
): Promise<ReadonlySet<string>> {
  const looked = ids.flatMap((id): Looked[] => {
    const opened = openUri(id, sealer);
    return opened === undefined ? [] : [{ id, ...opened }];
  });
  const gone = new Set<string>();
  for (let from = 0; from < looked.length; from += BATCH) {
    const found = await goneOf(looked.slice(from, from + BATCH), session, nowMs).catch(unanswered);
    if (found === undefined) break;
    for (const { id } of found) gone.add(id);
  }
  return gone;
}

function unanswered(error: unknown): undefined {
  if (error instanceof SourceError && error.retryable) return undefined;
  throw error;
}

async function goneOf(
  batch: readonly Looked[],
  session: BlueskySession,
  nowMs: number,
): Promise<readonly Looked[]> {
  const asked = new URLSearchParams(batch.map(({ uri }) => ['uris', uri]));
  const answer = await session.get(`/xrpc/app.bsky.feed.getPosts?${asked}`, nowMs);
  const { posts } = readAnswer(session.host(), answer, Posts);
  const standing = new Set(posts.map(({ uri }) => uri));
  const absent = batch.filter(({ uri }) => !standing.has(uri));
  if (absent.length === 0) return [];
  const visible = await visibleAuthors([...new Set(absent.map(({ did }) => did))], session, nowMs);
  return absent.filter(({ did }) => visible.has(did));
}

async function visibleAuthors(
  dids: readonly string[],
  session: BlueskySession,
  nowMs: number,
): Promise<ReadonlySet<string>> {
  const asked = new URLSearchParams(dids.map((did) => ['actors', did]));
  const answer = await session.get(`/xrpc/app.bsky.actor.getProfiles?${asked}`, nowMs);
  const { profiles } = readAnswer(session.host(), answer, Profiles);
  return new Set(profiles.filter((profile) => !isBlocked(profile)).map(({ did }) => did));
}

function isBlocked({ viewer }: z.infer<typeof Profile>): boolean {
  return Boolean(viewer?.blockedBy || viewer?.blocking || viewer?.blockingByList);
}
