import { askedHashtag } from '../model/asked-hashtag.ts';
import type { Burst } from '../model/burst.ts';
import type { Company } from '../model/company.ts';
import type { KeptPosts, Unread } from '../model/kept-posts.ts';
import type { IncomingPost, Post } from '../model/post.ts';
import type { Watch } from '../model/watch.ts';
import type { PostStore } from '../ports/post-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { Source } from '../ports/source.ts';
import { companyOf } from '../signals/company.ts';
import type { NameLists } from '../signals/name-class.ts';
import { dueLooks, type LookSettings, lastLookMs } from './due-looks.ts';
import { type ReadSettings, readNewPosts } from './read-new-posts.ts';
import { sealPost } from './seal-post.ts';

export type KeepSettings = ReadSettings &
  LookSettings & {
    /** What names are compared with at the door; without them they are not measured. */
    readonly names?: NameLists;
  };

export type KeepPorts = { readonly posts: PostStore; readonly secret: Secret };

/** What posts are kept of: a burst, or one that is suspected. */
export type Stretch = KeptPosts & Pick<Burst, 'burstId' | 'endMs' | 'changedMs'>;

export type Kept = {
  /** Posts that were new, or were kept by a poll that died before it noted so in the burst. */
  readonly posts: number;
  /** Posts that were seen before and are missing now, likewise. */
  readonly gone: number;
  /** Posts are kept up to here. */
  readonly untilMs: number;
  /** Posts whose time to be looked for was up by then have been. */
  readonly lookedMs: number;
  readonly unread: readonly Unread[];
  /** Of the posts made since posts were kept last: a repeat before that is noted finds the same. */
  readonly company: Company;
};

/**
 * Reads posts since the last poll, seals them at the door and keeps them; then looks whether those
 * that are due to be looked for still stand.
 *
 * @throws {SourceError} if the source cannot answer; what was kept before stays
 */
export async function keepPosts(
  stretch: Stretch,
  watch: Watch,
  source: Source,
  atMs: number,
  ports: KeepPorts,
  settings: KeepSettings,
): Promise<Kept> {
  const { burstId, changedMs, lookedMs, postsUntilMs } = stretch;
  const sinceMs = Math.min(lookedMs - lastLookMs(settings), postsUntilMs - settings.overlapMs);
  const recent = await ports.posts.read(burstId, sinceMs);

  const toMs = stretch.endMs ?? atMs;
  const moment = { hashtag: watch.hashtag, display: askedHashtag(watch), toMs, atMs };
  const read = await readNewPosts(stretch, source, moment, settings);
  const known = new Set(recent.map(({ id }) => id));
  const fresh = read.posts.filter(({ id }) => !known.has(id));
  const sealed = fresh.map((post) => sealPost(post, watch.source, ports.secret, settings.names));
  await ports.posts.append(burstId, atMs, sealed);

  const looked = await findGone(recent, stretch, watch, source, atMs, settings);
  await ports.posts.markGone(burstId, atMs, looked.missing);
  const gone =
    looked.missing.length + recent.filter((post) => (post.deletedMs ?? 0) > changedMs).length;

  const isSilent = fresh.length === 0 && gone === 0;
  const unnoted = isSilent ? await ports.posts.read(burstId, changedMs + 1) : [];
  return {
    posts: fresh.length + unnoted.length,
    gone,
    untilMs: toMs,
    lookedMs: looked.lookedMs,
    unread: read.unread,
    company: companyOf(
      watch.hashtag,
      read.posts.filter((post) => isNew(post, stretch)).map(({ hashtags }) => hashtags),
    ),
  };
}

/** Made since posts were kept last, or where they had not been read. */
function isNew({ createdMs }: IncomingPost, { postsUntilMs, unread }: KeptPosts): boolean {
  if (createdMs >= postsUntilMs) return true;
  return unread.some(({ fromMs, toMs }) => createdMs >= fromMs && createdMs < toMs);
}

async function findGone(
  recent: readonly Post[],
  { lookedMs }: KeptPosts,
  watch: Watch,
  source: Source,
  atMs: number,
  settings: KeepSettings,
): Promise<{ readonly missing: readonly string[]; readonly lookedMs: number }> {
  const { deletions, priceUsd } = source.capability;
  const due =
    deletions === 'unseen' ? [] : dueLooks(recent, lookedMs, atMs, priceUsd.post === 0, settings);
  if (due.length === 0) return { missing: [], lookedMs };
  return {
    missing: [...(await source.missing(due, watch.hashtag, atMs, askedHashtag(watch)))],
    lookedMs: atMs,
  };
}
