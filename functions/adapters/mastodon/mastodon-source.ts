import { InputError } from '../../model/errors.ts';
import { MOST_SERVERS, serversOf } from '../../model/servers.ts';
import type { Source, Span } from '../../ports/source.ts';
import { bucketCounts } from '../posts/bucket-counts.ts';
import { newestPosts } from '../posts/newest-posts.ts';
import { postsWithin } from '../posts/posts-within.ts';
import { MASTODON_CAPABILITY } from './capability.ts';
import { eachServer, requireAll } from './each-server.ts';
import { findGone, goneEverywhere } from './find-gone.ts';
import { pastByLeaps } from './past-by-leaps.ts';
import { federatedNames, localNames } from './post-names.ts';
import type { TagReading } from './tag-reading.ts';
import {
  type Question,
  type Timeline,
  type TimelineOptions,
  timeline,
  USUAL_PAGES,
} from './timeline.ts';
import { unite, viewOf } from './timeline-view.ts';
import { readTrends } from './trends.ts';
import { uniteTrends } from './unite-trends.ts';

export type MastodonOptions = Omit<TimelineOptions, 'token'> & {
  /** Access token, of a place of one server only: it must not be shown to another. @default anonymous */
  readonly token?: string;
  /** Posts of one server looked for one by one in a deletion check at most. @default 40 */
  readonly maxConfirmations?: number;
};

/**
 * One Mastodon server, or one that speaks its API, or several as if they were one: read through the
 * timelines of hashtags, the same post counted once. What a question read is kept until the next is
 * put with another `nowMs`, so that counts, posts and the deletion check of one poll page the
 * timeline once.
 *
 * Counts need every server; posts and what is gone of them are told by those that answer.
 *
 * @param place servers as model/servers `placeOf` writes them, each host or host:port
 * @throws {InputError} if one is neither, or there are more than five
 */
export function mastodonSource(place: string, options: MastodonOptions = {}): Source {
  const { maxPages = USUAL_PAGES, maxConfirmations = 40 } = options;
  const servers = openServers(place, options);
  const hosts = servers.map(({ host }) => host);
  const names = hosts.length === 1 ? localNames(hosts[0] ?? '') : federatedNames(hosts);

  const readEach = (question: Question, isDone: (reading: TagReading) => boolean) =>
    eachServer(servers, async ({ host, timeline }) =>
      viewOf(await timeline.read(question, isDone), host, names),
    );

  async function counts(span: Span, bucketMs: number) {
    if (!(bucketMs > 0)) throw new InputError('counts require a bucket longer than 0 ms');
    const read = await readEach(span, ({ coveredMs }) => coveredMs < span.fromMs);
    requireAll(read);
    const { posts, coveredMs } = unite(read.answers);
    return bucketCounts(posts.values(), span, bucketMs, coveredMs);
  }

  return {
    capability:
      servers.length === 1
        ? MASTODON_CAPABILITY
        : { ...MASTODON_CAPABILITY, deletions: 'by-absence' as const },
    counts,

    async past(span, bucketMs) {
      if (!(bucketMs > 0)) throw new InputError('past requires a bucket longer than 0 ms');
      const read = await eachServer(servers, ({ timeline }) =>
        timeline.read({ ...span, toMs: span.nowMs }, ({ pages }) => pages > 0),
      );
      requireAll(read);
      const leapers = servers.map(({ host, timeline }, index) => {
        const view = (reading: TagReading) => viewOf(reading, host, names);
        const newest = read.answers[index]?.answer;
        const isWhole = newest !== undefined && newest.coveredMs < span.fromMs;
        return { ...timeline, viewOf: view, ...(isWhole && { whole: view(newest) }) };
      });
      const mayLeap = leapers.every(({ whole, timed }) => whole !== undefined || timed());
      if (mayLeap && leapers.some(({ whole }) => whole === undefined))
        return pastByLeaps(span, bucketMs, leapers, maxPages);
      return { counts: await counts(span, bucketMs), untilMs: span.toMs };
    },

    async posts(span, limit) {
      if (limit <= 0) return { posts: [], fromMs: span.toMs };
      const { answers, failures } = await readEach(span, (reading) => {
        const fromMs = Math.max(span.fromMs, reading.coveredMs + 1);
        return fromMs === span.fromMs || postsWithin(reading, { ...span, fromMs }).length >= limit;
      });
      const view = unite(answers);
      // Some servers know only the second: posts of the same moment keep the timeline's order.
      const found = postsWithin(view, span).toReversed();
      // What a server that failed lacks is to be asked for again.
      const readMs = failures.length === 0 ? view.coveredMs + 1 : span.toMs;
      return newestPosts(found, readMs, span, limit);
    },

    async missing(posts, hashtag, nowMs, display) {
      if (posts.length === 0) return new Set();
      const oldestMs = posts.reduce((least, post) => Math.min(least, post.createdMs), nowMs);
      const { answers, failures } = await readEach(
        { hashtag, display, toMs: nowMs, nowMs },
        ({ coveredMs }) => coveredMs < oldestMs,
      );
      const asked = posts.map((post) => ({ ...post, home: names.homeOf(post.id) }));
      const found = await Promise.all(
        servers.map(async ({ host, timeline: { api } }) => {
          const view = answers.find((one) => one.host === host)?.answer;
          const own = asked.flatMap(({ home, ...post }) =>
            home?.host === host ? { ...post, localId: home.localId } : [],
          );
          return view ? findGone(own, view, api, nowMs, maxConfirmations) : [];
        }),
      );
      const homeless = failures.length > 0 ? [] : asked.filter(({ home }) => home === undefined);
      const views = answers.map(({ answer }) => answer);
      return new Set([...found.flat(), ...goneEverywhere(homeless, views)]);
    },

    async trending(_place, nowMs) {
      const { answers } = await eachServer(servers, ({ timeline }) =>
        readTrends(timeline.api, nowMs),
      );
      return uniteTrends(answers.map(({ answer }) => answer));
    },
  };
}

type Server = { readonly host: string; readonly timeline: Timeline };

function openServers(place: string, { token, ...options }: MastodonOptions) {
  const servers = serversOf(place);
  if (servers.length > MOST_SERVERS)
    throw new InputError(`a mastodon place requires ${MOST_SERVERS} servers at most`);
  return servers.map((server): Server => {
    const own = servers.length === 1 && token !== undefined ? { token } : {};
    const opened = timeline(server, { ...options, ...own });
    return { host: opened.api.host, timeline: opened };
  });
}
