/** A post as a source gives it. Lives only between an adapter and the door (steps/seal-post): never stored, never logged. */
export type SourcePost = {
  readonly id: string;
  readonly authorId: string;
  readonly createdMs: number;
  /** When the account was made; null where the source does not say. */
  readonly authorCreatedMs: number | null;
  readonly repost: boolean;
  /** Null where the source keeps it back. */
  readonly text: string | null;
  /** Normalised, without `#`. */
  readonly hashtags: readonly string[];
  /** BCP 47, null where unknown. */
  readonly language: string | null;
  readonly followers: number | null;
  /**
   * Display name, then handle, the one that is not given empty; measured at the door and dropped there.
   * Absent where the source gives neither.
   */
  readonly authorNames?: readonly string[];
  /** Where the author says to be, as written; null where nothing is said, absent where the source does not tell. */
  readonly authorPlace?: string | null;
  /** Only files say this: when the post was deleted, epoch milliseconds. A live network never does. */
  readonly deletedMs?: number;
};

/** What is kept of a text: enough to find copies, not enough to read it. Made by signals/text-mark. */
export type TextMark = {
  /** Equal for texts that are equal after tags, handles and links are taken out; 16 hex digits. */
  readonly hash: string;
  /** Minima of hashed word pairs (MinHash), 32 unsigned 32-bit numbers; empty where the text has too few words. */
  readonly signature: readonly number[];
  /** Different words left after tags, handles and links are taken out. */
  readonly words: number;
  /** Whether the text carries a link. */
  readonly link: boolean;
  /** Whether the text says itself that it repeats another ("RT @"). */
  readonly quotes: boolean;
};

/** What an author's names look like: all that is kept of them. */
export const NAME_CLASSES = ['plain', 'stock', 'newsroom'] as const;
/** `newsroom`: they imitate one that we list, or a local one; `stock`: made to a pattern; `plain`: neither. */
export type NameClass = (typeof NAME_CLASSES)[number];

/** A post behind the door: no text, no handle, no account id. */
export type Post = {
  readonly id: string;
  /** Pseudonym of the account: HMAC-SHA-256 of `source:accountId`, cut to 80 bits, 20 hex digits. */
  readonly account: string;
  readonly createdMs: number;
  readonly accountCreatedMs: number | null;
  readonly repost: boolean;
  readonly text: TextMark | null;
  readonly language: string | null;
  /** floor(log2(followers + 1)); null where unknown. */
  readonly followersBucket: number | null;
  /** Absent where the source gives no names. */
  readonly names?: NameClass;
  /** Keyed hash of where the author says to be, 1 to 2^32 - 1; absent where that is not known. */
  readonly place?: number;
  /** When it was first missed by us (live) or deleted (files); null while it stands or was never looked for. */
  readonly deletedMs: number | null;
};

/** A post that passed the door when it came in: an archive of our own keeps it sealed. */
export type SealedPost = {
  readonly id: string;
  readonly createdMs: number;
  readonly sealed: Post;
  /** Normalised, without `#`. */
  readonly hashtags: readonly string[];
};

/** A post as a source hands it over. */
export type IncomingPost = SourcePost | SealedPost;
