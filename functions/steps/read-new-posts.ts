import { SourceError } from '../model/errors.ts';
import { type KeptPosts, type Unread, withGap } from '../model/kept-posts.ts';
import type { IncomingPost } from '../model/post.ts';
import type { Source } from '../ports/source.ts';

export type ReadSettings = {
  /** Posts that are read in one poll at most. */
  readonly postsPerPoll: number;
  /** Each poll reads this far back again, milliseconds: posts arrive late. */
  readonly overlapMs: number;
  /** A gap is filled until its end is this old, milliseconds. */
  readonly fillWithinMs: number;
};

export type NewPosts = {
  /** Some may be known: those of the overlap. */
  readonly posts: readonly IncomingPost[];
  readonly unread: readonly Unread[];
};

export type ReadMoment = {
  readonly hashtag: string;
  /** How to ask for it; see `Span`. */
  readonly display?: string | undefined;
  /** Posts are read up to here, exclusive. */
  readonly toMs: number;
  readonly atMs: number;
};

/**
 * Posts made since the last poll, the newest first to be read. What they leave out becomes a gap; where
 * they leave room, and posts cost nothing, the newest gap is filled from its end.
 *
 * @throws {SourceError} if the source cannot answer; not for a gap, which then stays
 */
export async function readNewPosts(
  kept: KeptPosts,
  source: Source,
  moment: ReadMoment,
  settings: ReadSettings,
): Promise<NewPosts> {
  const newest = await readNewest(kept, source, moment, settings);
  const left = settings.postsPerPoll - newest.posts.length;
  const gap = newest.unread.at(-1);
  const isOld = gap === undefined || gap.toMs < moment.atMs - settings.fillWithinMs;
  const isFree = source.capability.priceUsd.post === 0;
  if (isOld || !isFree || left <= 0 || newest.unread !== kept.unread) return newest;
  const { hashtag, display, atMs } = moment;
  const filling = await orNothing(() =>
    source.posts({ hashtag, display, ...gap, nowMs: atMs }, left),
  );
  if (filling === undefined) return newest;
  const rest = { fromMs: gap.fromMs, toMs: Math.min(gap.toMs, filling.fromMs) };
  return {
    posts: [...filling.posts, ...newest.posts],
    unread: withGap(kept.unread.slice(0, -1), rest),
  };
}

async function readNewest(
  kept: KeptPosts,
  source: Source,
  { hashtag, display, toMs, atMs }: ReadMoment,
  { postsPerPoll, overlapMs }: ReadSettings,
): Promise<NewPosts> {
  if (toMs <= kept.postsUntilMs) return { posts: [], unread: kept.unread };
  const fromMs = Math.max(kept.keptFromMs, kept.postsUntilMs - overlapMs);
  const reading = await source.posts({ hashtag, display, fromMs, toMs, nowMs: atMs }, postsPerPoll);
  // A reading that ends within the overlap leaves its late posts too.
  const isCut = reading.fromMs > kept.postsUntilMs;
  const gap = {
    fromMs: isCut ? fromMs : kept.postsUntilMs,
    toMs: Math.min(toMs, reading.fromMs),
  };
  return { posts: reading.posts, unread: withGap(kept.unread, gap) };
}

async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
