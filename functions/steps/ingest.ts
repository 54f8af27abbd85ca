import type { SealedPost, SourcePost } from '../model/post.ts';
import { isWithin, knownSpans, type Vouching, type VouchSettings } from '../model/vouched.ts';
import { watchIdOf } from '../model/watch.ts';
import type { IngestStore } from '../ports/ingest-store.ts';
import type { Secret } from '../ports/secret.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import type { NameLists } from '../signals/name-class.ts';
import { eachOf } from './each-of.ts';
import { openShelf } from './ingest-shelf.ts';
import { type Tally, tallyOf } from './ingest-tally.ts';
import { vouchFor } from './ingest-vouch.ts';
import { sealPost } from './seal-post.ts';

export type IngestBatch = {
  readonly partner: string;
  /** Each with the network that it was posted on. */
  readonly posts: readonly { readonly source: string; readonly post: SourcePost }[];
  /** In the order in which they were said. */
  readonly vouchings: readonly (Vouching & {
    /** Normalised; null for every hashtag of which the partner hands in anything. */
    readonly hashtags: readonly string[] | null;
  })[];
};

export type IngestPorts = {
  readonly ingest: IngestStore;
  readonly watches: Pick<WatchStore, 'get'>;
  readonly secret: Secret;
};

export type IngestSettings = VouchSettings & {
  /** What names of authors are compared with at the door; without them they are not measured. */
  readonly names?: NameLists;
};

export type IngestOutcome = Tally & {
  /** Hashtags of the batch that are watched, and until when posts of each are known to be complete now. */
  readonly watched: readonly { readonly hashtag: string; readonly untilMs: number | null }[];
};

/**
 * Takes in what a partner hands in: posts of hashtags that are watched at this partner are sealed and
 * kept, the others dropped; then, when all of them are kept, what the partner vouches for is noted.
 *
 * May be repeated or die anywhere: a post is known by network and id, and counts once.
 */
export async function ingest(
  { partner, posts, vouchings }: IngestBatch,
  atMs: number,
  ports: IngestPorts,
  settings: IngestSettings,
): Promise<IngestOutcome> {
  const sealed = posts.map(({ source, post }) =>
    sealedOnce(source, post, ports.secret, settings.names),
  );
  const byHashtag = shelved(sealed);
  const named = vouchings.flatMap(({ hashtags }) => hashtags ?? []);
  const asked = [...new Set([...byHashtag.keys(), ...named])];
  const watched = await watchedOf(asked, partner, ports);
  const general = await ports.ingest.vouched(partner, null);

  const shelves = await eachOf([...watched], async ([hashtag, watchedMs]) => {
    const shelf = await openShelf({ partner, hashtag }, watchedMs, atMs, ports.ingest);
    const handedIn = byHashtag.get(hashtag) ?? [];
    const spans = knownSpans(general, shelf);
    const isLate = ({ createdMs }: SealedPost) =>
      isWithin(spans, { fromMs: createdMs, toMs: createdMs + 1 });
    const { fresh, ended } = await ports.ingest.add({ partner, hashtag }, handedIn);
    return { handedIn, fresh, ended, late: handedIn.filter(isLate).map(({ id }) => id) };
  });
  await vouchFor(partner, vouchings, watched, atMs, ports.ingest, settings);
  return {
    ...tallyOf(
      sealed.map(({ id }) => id),
      shelves,
    ),
    watched: await eachOf([...watched.keys()], (hashtag) =>
      knownUntil(partner, hashtag, ports.ingest),
    ),
  };
}

/** An id that is more than one word may name its author, as addresses of posts do: a hash stands for it. */
const ONE_WORD = /^[\w-]{1,64}$/;

/** The name of a post is its network and its id there: two networks may use one id. */
function sealedOnce(
  source: string,
  post: SourcePost,
  secret: Secret,
  names: NameLists | undefined,
): SealedPost {
  const own = ONE_WORD.test(post.id) ? post.id : secret.pseudonym(`post of ${source}`, post.id);
  const id = `${source}:${own}`;
  const sealed = {
    ...sealPost(post, source, secret, names),
    id,
    deletedMs: post.deletedMs ?? null,
  };
  return { id, createdMs: post.createdMs, sealed, hashtags: post.hashtags };
}

function shelved(posts: readonly SealedPost[]): ReadonlyMap<string, readonly SealedPost[]> {
  const byHashtag = new Map<string, SealedPost[]>();
  for (const post of posts) {
    for (const hashtag of new Set(post.hashtags)) {
      const there = byHashtag.get(hashtag);
      if (there === undefined) byHashtag.set(hashtag, [post]);
      else there.push(post);
    }
  }
  return byHashtag;
}

/** Which of these hashtags are watched at the partner, paused or not, and since when. */
async function watchedOf(
  hashtags: readonly string[],
  partner: string,
  { watches }: IngestPorts,
): Promise<ReadonlyMap<string, number>> {
  const found = await eachOf(hashtags, async (hashtag) => {
    const watch = await watches.get(watchIdOf('ingest', hashtag, partner));
    return watch === undefined ? [] : [[hashtag, watch.createdMs] as const];
  });
  return new Map(found.flat());
}

async function knownUntil(partner: string, hashtag: string, store: IngestStore) {
  const [general, shelf] = await Promise.all([
    store.vouched(partner, null),
    store.vouched(partner, hashtag),
  ]);
  return { hashtag, untilMs: knownSpans(general, shelf).at(-1)?.toMs ?? null };
}
