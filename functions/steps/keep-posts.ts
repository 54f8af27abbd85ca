import type { Burst, Company } from '../model/burst.ts';
import type { Post } from '../model/post.ts';
import type { Watch } from '../model/watch.ts';
import type { PostStore } from '../ports/post-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { Source } from '../ports/source.ts';
import { companyOf, NO_COMPANY } from '../signals/company.ts';
import type { NameLists } from '../signals/name-class.ts';
import { sealPost } from './seal-post.ts';

export type KeepSettings = {
  readonly postsPerPoll: number;
  readonly recheckMs: number;
  readonly overlapMs: number;
  /** What names are compared with at the door; without them they are not measured. */
  readonly names?: NameLists;
};

export type Kept = {
  /** Posts that were new, or were kept by a poll that died before it noted so in the burst. */
  readonly posts: number;
  /** Posts that were seen before and are missing now, likewise. */
  readonly gone: number;
  /** Posts are kept up to here. */
  readonly untilMs: number;
  /** Of the posts made since posts were kept last: a repeat before that is noted finds the same. */
  readonly company: Company;
};

/**
 * Reads a burst's posts since the last poll, seals them at the door and keeps them; then looks
 * whether posts seen lately still stand.
 *
 * @throws {SourceError} if the source cannot answer; what was kept before stays
 */
export async function keepPosts(
  burst: Burst,
  watch: Watch,
  source: Source,
  atMs: number,
  ports: { readonly posts: PostStore; readonly secret: Secret },
  settings: KeepSettings,
): Promise<Kept> {
  const recent = await ports.posts.read(burst.burstId, atMs - settings.recheckMs);
  const missing = await findGone(recent, watch, source, atMs, settings.recheckMs);
  await ports.posts.markGone(burst.burstId, atMs, missing);
  const gone =
    missing.length + recent.filter((post) => (post.deletedMs ?? 0) > burst.changedMs).length;

  const toMs = burst.endMs ?? atMs;
  const { posts, company } = await keepFresh(
    burst,
    watch,
    source,
    { toMs, atMs },
    recent,
    ports,
    settings,
  );
  const isSilent = posts === 0 && gone === 0;
  const unnoted = isSilent ? await ports.posts.read(burst.burstId, burst.changedMs + 1) : [];
  return { posts: posts + unnoted.length, gone, untilMs: toMs, company };
}

/** @returns how many posts were new, and which hashtags stand in those made since the last */
async function keepFresh(
  burst: Burst,
  watch: Watch,
  source: Source,
  { toMs, atMs }: { readonly toMs: number; readonly atMs: number },
  recent: readonly Post[],
  ports: { readonly posts: PostStore; readonly secret: Secret },
  settings: KeepSettings,
): Promise<Pick<Kept, 'posts' | 'company'>> {
  if (toMs <= burst.postsUntilMs) return { posts: 0, company: NO_COMPANY };
  const fromMs = Math.max(burst.startMs, burst.postsUntilMs - settings.overlapMs);
  const { posts: found } = await source.posts(
    { hashtag: watch.hashtag, fromMs, toMs, nowMs: atMs },
    settings.postsPerPoll,
  );
  const known = new Set(recent.map((post) => post.id));
  const fresh = found.filter((post) => !known.has(post.id));
  await ports.posts.append(
    burst.burstId,
    atMs,
    fresh.map((post) => sealPost(post, watch.source, ports.secret, settings.names)),
  );
  const sinceLast = found.filter(({ createdMs }) => createdMs >= burst.postsUntilMs);
  return {
    posts: fresh.length,
    company: companyOf(
      watch.hashtag,
      sinceLast.map(({ hashtags }) => hashtags),
    ),
  };
}

async function findGone(
  recent: readonly Post[],
  watch: Watch,
  source: Source,
  atMs: number,
  recheckMs: number,
): Promise<readonly string[]> {
  if (source.capability.deletions === 'unseen') return [];
  const standing = recent.filter(
    (post) => post.deletedMs === null && atMs - post.createdMs <= recheckMs,
  );
  if (standing.length === 0) return [];
  return [...(await source.missing(standing, watch.hashtag, atMs))];
}
