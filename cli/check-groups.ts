import {
  openPostFiles,
  type PostFileOptions,
} from '../functions/adapters/files/open-post-files.ts';
import type { SourcePost } from '../functions/model/post.ts';
import type { Secret } from '../functions/ports/secret.ts';
import { NAMES } from '../functions/settings/names.ts';
import { type CoTagTally, coTagTally } from '../functions/signals/co-tags.ts';
import { type NumberedHashes, numberedHashes } from '../functions/signals/numbered-hashes.ts';
import { type PostColumns, postColumns } from '../functions/signals/post-columns.ts';
import { sealPost } from '../functions/steps/seal-post.ts';

/** The posts of one source and hashtag. */
export type CheckGroup = {
  readonly source: string;
  readonly hashtag: string;
  /** All posts of the source. */
  readonly columns: PostColumns;
  /** Those of the hashtag, by time of creation, then id. */
  readonly rows: Int32Array;
  /** Hashtags that stand beside it at this source, by share of its posts. */
  readonly coTags: Readonly<Record<string, number>>;
  /** Whether any deletion is known of this source, so that what is not deleted is known to stand. */
  readonly deletionsKnown: boolean;
};

export type CheckInput = {
  readonly groups: readonly CheckGroup[];
  /** Posts read, each once. */
  readonly posts: number;
  /** Of them without a hashtag, and so in no group. */
  readonly untagged: number;
  readonly badLines: number;
};

export type GroupOptions = {
  /** Go on after a bad line. */
  readonly skipBad: boolean;
  /** What the files are, and who is told of the reading. */
  readonly input?: Omit<PostFileOptions, 'onBadLine'>;
  /** Told after every post how many there are so far. */
  readonly onPost: (posts: number) => void;
};

/** A check keeps nothing, so accounts stay as the file names them; and equal files get equal answers. */
const OPEN: Secret = { pseudonym: (_source, accountId) => accountId, textSeed: 0x7f4a7c15 };

/** What was read of one source so far. */
type Shelf = {
  readonly columns: PostColumns;
  /** The row of each post, by its id. */
  readonly rowOf: NumberedHashes;
  readonly byHashtag: Map<string, number[]>;
  readonly company: CoTagTally;
  deletionsKnown: boolean;
};

/**
 * Reads everything and groups it by source and hashtag. A post with several hashtags stands in
 * several groups. Lines that repeat a post count once, with the earliest deletion.
 *
 * @throws {BadLineError} unless `skipBad`
 */
export async function readGroups(
  files: readonly string[],
  { skipBad, input = {}, onPost }: GroupOptions,
): Promise<CheckInput> {
  const shelves = new Map<string, Shelf>();
  const counts = { posts: 0, untagged: 0, badLines: 0 };
  const onBadLine = () => {
    counts.badLines += 1;
  };
  const options = skipBad ? { ...input, onBadLine } : input;
  for await (const { post, source } of await openPostFiles(files, options)) {
    const shelf = ensure(shelves, source, emptyShelf);
    if (!take(shelf, post, source)) continue;
    counts.posts += 1;
    if (post.hashtags.length === 0) counts.untagged += 1;
    onPost(counts.posts);
  }
  return { groups: [...shelves].flatMap(([source, shelf]) => groupsOf(source, shelf)), ...counts };
}

/** @returns whether the post is new */
function take(shelf: Shelf, post: SourcePost, source: string): boolean {
  const deletedMs = post.deletedMs ?? null;
  if (deletedMs !== null) shelf.deletionsKnown = true;
  const rows = shelf.rowOf.size();
  const row = shelf.rowOf.numberOf(post.id);
  if (row < rows) {
    if (deletedMs !== null) lowerEnd(shelf.columns, row, deletedMs);
    return false;
  }
  shelf.columns.add({ ...sealPost(post, source, OPEN, NAMES), deletedMs });
  shelf.company.add(post.hashtags);
  for (const hashtag of post.hashtags) ensure(shelf.byHashtag, hashtag, () => []).push(row);
  return true;
}

/** Of several ends that are told of one post the earliest holds. */
function lowerEnd({ deletedMs }: PostColumns, row: number, toMs: number): void {
  if (!(deletedMs.of(row) <= toMs)) deletedMs.set(row, toMs);
}

function groupsOf(
  source: string,
  { columns, byHashtag, company, deletionsKnown }: Shelf,
): readonly CheckGroup[] {
  return [...byHashtag].map(([hashtag, found]) => ({
    source,
    hashtag,
    columns,
    rows: Int32Array.from(inOrder(found, columns)),
    coTags: company.sharesOf(hashtag),
    deletionsKnown,
  }));
}

/** Files mostly stand in order of time already. */
function inOrder(rows: number[], { compare }: PostColumns): readonly number[] {
  const isOrdered = rows.every((row, at) => at === 0 || compare(rows[at - 1] ?? row, row) < 0);
  return isOrdered ? rows : rows.sort(compare);
}

function emptyShelf(): Shelf {
  return {
    columns: postColumns(),
    rowOf: numberedHashes(),
    byHashtag: new Map(),
    company: coTagTally(),
    deletionsKnown: false,
  };
}

/** What stands under a key, put there first if nothing does. */
function ensure<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
