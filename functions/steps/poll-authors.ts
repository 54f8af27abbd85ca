import { askedHashtag } from '../model/asked-hashtag.ts';
import type { Baseline } from '../model/baseline.ts';
import { SourceError } from '../model/errors.ts';
import type { Post } from '../model/post.ts';
import type { Watch } from '../model/watch.ts';
import type { AuthorStore } from '../ports/author-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { Source } from '../ports/source.ts';
import type { AuthorMemorySettings } from '../signals/author-memory.ts';
import type { NameLists } from '../signals/name-class.ts';
import { sealPost } from './seal-post.ts';
import { teachAuthors } from './teach-authors.ts';

export type PollAuthorsPorts = { readonly authors: AuthorStore; readonly secret: Secret };

export type PollAuthorsSettings = {
  readonly memory: AuthorMemorySettings;
  /** Newest posts of a day that are read for their authors. */
  readonly postsADay: number;
  readonly names?: NameLists;
};

/**
 * What a poll met: a burst, or a baseline too young to tell one; a chunk of volume to write; or neither.
 */
export type PollMoment = 'burst' | 'chunk' | 'quiet';

const DAY_MS = 86_400_000;

/**
 * Once a day, lets the authors of a watch's ordinary posts teach what is usual: one day the watch,
 * the next its source, so that no poll writes more than one item for it. Never within a burst, and
 * the day begins anew when one ends, so that no burst teaches.
 *
 * Only where posts come with the counts: they are not bought for this.
 *
 * @param baseline as this poll leaves it, before it is saved
 * @returns posts up to here have taught or never will, epoch milliseconds: to be kept in the baseline
 */
export async function pollAuthors(
  watch: Watch,
  baseline: Baseline,
  moment: PollMoment,
  source: Source,
  atMs: number,
  ports: PollAuthorsPorts,
  settings: PollAuthorsSettings,
): Promise<number> {
  const { authorsUntilMs: fromMs, learnedUntilMs: toMs } = baseline;
  if (moment === 'burst' || fromMs === undefined) return toMs;
  if (moment === 'chunk' || toMs - fromMs < DAY_MS) return fromMs;
  if (source.capability.postsWithCounts === false) return toMs;
  const { hashtag } = watch;
  const span = { hashtag, display: askedHashtag(watch), fromMs, toMs, nowMs: atMs };
  const posts = await read(async () => (await source.posts(span, settings.postsADay)).posts);
  const sealed: Post[] = posts.map((post) =>
    sealPost(post, watch.source, ports.secret, settings.names),
  );
  const day = Math.floor(toMs / DAY_MS);
  const name = day % 2 === 0 ? watch.watchId : watch.source;
  await teachAuthors(name, sealed, atMs, ports.authors, settings.memory);
  return toMs;
}

/** A day that cannot be read teaches nothing; the poll itself goes on. */
async function read<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SourceError) return [];
    throw error;
  }
}
