import { accountDatesOf } from '../../functions/model/account-dates.ts';
import type { SignalName } from '../../functions/model/evidence.ts';
import { grewInWaves } from '../../functions/model/grew-in-waves.ts';
import type { Post } from '../../functions/model/post.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { coTagTally } from '../../functions/signals/co-tags.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import { allParticipants } from '../../functions/signals/sketch-participants.ts';
import { type Detection, judge } from '../../functions/steps/judge.ts';
import type { Thresholds } from '../../functions/verdict/thresholds.ts';
import { cutByCount, cutBySpan } from './cut.ts';
import type { TaggedPost } from './read-corpus.ts';
import { usualInFile } from './usual-in-file.ts';

/** As many as `turfwatch check` looks back at. */
const MOST_EARLIER = 300;

/** How hashtags are cut into bursts. */
export type Cut = { readonly spanMs: number } | { readonly posts: number };

/** A stretch of one hashtag that is thick enough to be judged. */
type FileBurst = {
  readonly source: string;
  readonly hashtag: string;
  /** Hashtags that stand beside it in the input, by share of its posts. */
  readonly coTags: Readonly<Record<string, number>>;
  readonly posts: readonly Post[];
  /** Posts are known up to here and no further, epoch milliseconds. */
  readonly knownUntilMs: number;
  readonly deletionsKnown: boolean;
};

/** What the rule asks for before it says anything; a burst below it is none to have taken part in. */
type Thick = Pick<Thresholds, 'minPosts' | 'minAccounts'>;

export type FileJudge = {
  /** In order of time. */
  readonly bursts: readonly FileBurst[];
  /** Of the same input: what came before under other hashtags; null where nothing did. */
  readonly earlierOf: (burst: FileBurst) => readonly EarlierBurst[] | null;
  readonly judge: (
    burst: FileBurst,
    detection: Detection,
    options?: { readonly without?: readonly SignalName[]; readonly first?: number },
  ) => Verdict;
};

/**
 * Bursts as `turfwatch check` makes and judges them of files given together: by source, hashtag and
 * stretch, each with the bursts of other hashtags that were over before. The bench may not import
 * the command; a test holds the two equal.
 */
export function judgeTogether(
  tagged: readonly TaggedPost[],
  cut: Cut,
  { minPosts, minAccounts }: Thick = DETECTION.thresholds,
): FileJudge {
  const isThick = (posts: readonly Post[]) =>
    posts.length >= minPosts && new Set(posts.map(({ account }) => account)).size >= minAccounts;
  const bursts = groupsOf(tagged)
    .flatMap((group) => stretchesOf(group, cut))
    .filter(({ posts }) => isThick(posts))
    .sort((one, other) => startOf(one) - startOf(other) || (one.hashtag < other.hashtag ? -1 : 1));
  const past = bursts.map(toPast).sort((one, other) => other.endMs - one.endMs);
  const earlierOf = (burst: FileBurst) => {
    const isEarlier = (one: Past) =>
      one.endMs < startOf(burst) && one.source === burst.source && one.hashtag !== burst.hashtag;
    const earlier = past.filter(isEarlier).slice(0, MOST_EARLIER);
    return earlier.length === 0 ? null : earlier;
  };
  const usualOf = usualInFile(tagged);
  return {
    bursts,
    earlierOf,
    judge: (burst, detection, { without = [], first = burst.posts.length } = {}) => {
      const posts = burst.posts.slice(0, first);
      const whole = posts.length === burst.posts.length;
      const context = {
        nowMs: whole ? burst.knownUntilMs : (posts.at(-1)?.createdMs ?? 0),
        deletionWatched: burst.deletionsKnown,
        deletionTimesKnown: burst.deletionsKnown,
        about: burst,
        earlier: isThick(posts) ? earlierOf(burst) : null,
        grewInWaves: grewInWaves(burst.source),
        accountDates: accountDatesOf(burst.source),
        usual: usualOf(burst),
        without,
      };
      return judge(posts, context, detection).verdict;
    },
  };
}

type Group = Omit<FileBurst, 'knownUntilMs'>;

function groupsOf(tagged: readonly TaggedPost[]): readonly Group[] {
  const groups = new Map<string, Group & { readonly posts: Post[] }>();
  const seen = new Set<string>();
  const watched = new Set<string>();
  const company = coTagTally();
  for (const { post, source, hashtags } of tagged) {
    if (post.deletedMs !== null) watched.add(source);
    const id = `${source} ${post.id}`;
    if (seen.has(id)) continue;
    seen.add(id);
    company.add(hashtags);
    for (const hashtag of hashtags) {
      const key = `${source} ${hashtag}`;
      const group = groups.get(key) ?? {
        source,
        hashtag,
        coTags: {},
        posts: [],
        deletionsKnown: false,
      };
      group.posts.push(post);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map((group) => ({
    ...group,
    coTags: company.sharesOf(group.hashtag),
    posts: group.posts.sort(byTime),
    deletionsKnown: watched.has(group.source),
  }));
}

function stretchesOf(group: Group, cut: Cut): readonly FileBurst[] {
  const untilMs = group.posts.at(-1)?.createdMs ?? 0;
  if ('posts' in cut) {
    return cutByCount(group.posts, cut.posts).map((posts) => ({
      ...group,
      posts,
      knownUntilMs: posts.at(-1)?.createdMs ?? 0,
    }));
  }
  return cutBySpan(group.posts, cut.spanMs).map((posts) => {
    const number = Math.floor((posts[0]?.createdMs ?? 0) / cut.spanMs);
    return { ...group, posts, knownUntilMs: Math.min((number + 1) * cut.spanMs, untilMs) };
  });
}

type Past = EarlierBurst & { readonly source: string };

function toPast(burst: FileBurst): Past {
  return {
    source: burst.source,
    hashtag: burst.hashtag,
    coTags: burst.coTags,
    startMs: startOf(burst),
    endMs: burst.posts.at(-1)?.createdMs ?? 0,
    sketch: allParticipants(burst.posts),
  };
}

function startOf({ posts }: Pick<FileBurst, 'posts'>): number {
  return posts[0]?.createdMs ?? 0;
}

function byTime(one: Post, other: Post): number {
  return one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1);
}
