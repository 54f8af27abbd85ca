import type { SealedPost } from '../model/post.ts';
import type { Vouched } from '../model/vouched.ts';

/** Posts of one hashtag as one partner hands them in. */
export type IngestShelf = {
  readonly partner: string;
  /** Normalised, without `#`. */
  readonly hashtag: string;
};

/** Ids of posts handed in, by what they brought. Of each post once. */
export type Added = {
  readonly fresh: readonly string[];
  /** Known before, and told now to be deleted, or deleted earlier than was known. */
  readonly ended: readonly string[];
};

/** Handed in by a partner within one minute. */
export type Drawn = { readonly batches: number; readonly lines: number };

/** Keeps what partners hand in for a little more than the week that can be asked for. */
export interface IngestStore {
  /**
   * Keeps posts, each once by its id, with the earliest deletion that is told of it. Any number;
   * done twice, or by two at once, it leaves what it leaves once.
   */
  add(shelf: IngestShelf, posts: readonly SealedPost[]): Promise<Added>;

  /**
   * Posts made in [fromMs, toMs), each once, minute by minute; within a minute in no order.
   * Strongly consistent.
   */
  read(
    shelf: IngestShelf,
    fromMs: number,
    toMs: number,
    order: 'newest-first' | 'oldest-first',
  ): AsyncIterable<readonly SealedPost[]>;

  /** Strongly consistent. @param hashtag null for what the partner vouches for in general */
  vouched(partner: string, hashtag: string | null): Promise<Vouched | undefined>;

  /**
   * Creates (version 0) or replaces what is stored with exactly this version.
   *
   * @returns it as stored, its version one higher
   * @throws {ConflictError} if the stored version differs, or there is one of version 0 already
   */
  saveVouched(vouched: Vouched): Promise<Vouched>;

  /** Forgets for which times the posts of a hashtag are known. The posts themselves go with time. */
  forget(shelf: IngestShelf): Promise<void>;

  /** Counts one more batch. @returns all of the partner in the minute of `atMs`, this one with them */
  draw(partner: string, lines: number, atMs: number): Promise<Drawn>;
}
