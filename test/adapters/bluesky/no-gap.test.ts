import { expect, it } from 'vitest';
import { blueskySource } from '../../../functions/adapters/bluesky/bluesky-source.ts';
import { openUri } from '../../../functions/adapters/bluesky/post-ids.ts';
import { sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';
import { type Chance, chanceOf } from '../../support/chance-of.ts';
import { failingMonitor } from '../../support/failing-monitor.ts';
import { type HostileRequest, startHostileServer, type Trick } from '../net/hostile-server.ts';

const RUNS = 30;
const MINUTES = 15;
const MINUTE_MS = 60_000;
const START_MS = Date.parse('2026-11-03T12:00:00.000Z');

/**
 * Every other monitor reads so few posts a poll that a poll or two that failed leave a gap, which a
 * later one fills. What the others read turns up late now and then: search files a post under the
 * time that its author declares. Not both: late posts before the end of a reading are not kept.
 */
const SMALL = { keep: { postsPerPoll: 40, fillWithinMs: 48 * 3_600_000 }, behindMs: 0 };
const LATE = { keep: {}, behindMs: 20_000 };

const sealer = sealerFrom('the key of a test', 'post ids of bluesky');

type Posted = { readonly uri: string; readonly declaredMs: number; readonly seenMs: number };

/** Home, app view and directory at once, of one hashtag, on a clock that the test moves. */
async function startSearch(hashtag: string) {
  const posts: Posted[] = [];
  const network = { nowMs: START_MS, posts };
  const standing = () =>
    posts
      .filter(({ seenMs }) => seenMs <= network.nowMs)
      .sort((one, other) => other.declaredMs - one.declaredMs);
  const answers: Readonly<Record<string, (asked: URLSearchParams) => unknown>> = {
    createSession: () => ({ accessJwt: 'access', refreshJwt: 'renewal', did: 'did:plc:reader' }),
    refreshSession: () => ({ accessJwt: 'access', refreshJwt: 'renewal', did: 'did:plc:reader' }),
    searchPosts(asked) {
      const since = Date.parse(asked.get('since') ?? '');
      const until = Date.parse(asked.get('until') ?? '9999-01-01');
      const found = standing().filter(
        ({ declaredMs }) => declaredMs >= since && declaredMs < until,
      );
      const [from, limit] = [Number(asked.get('cursor') ?? 0), Number(asked.get('limit') ?? 25)];
      const page = found.slice(from, from + limit).map(viewOf);
      const isMore = from + limit < found.length;
      return { posts: page, ...(isMore && { cursor: String(from + limit) }) };
    },
    getPosts(asked) {
      const uris = asked.getAll('uris');
      return {
        posts: standing()
          .filter(({ uri }) => uris.includes(uri))
          .map(viewOf),
      };
    },
    log: () => [{ createdAt: '2023-05-01T10:00:00.000Z' }],
  };
  const viewOf = ({ uri, declaredMs, seenMs }: Posted) => ({
    uri,
    cid: 'bafy',
    author: { did: uri.split('/')[2], handle: 'author.test', displayName: 'Author' },
    record: { text: `#${hashtag}`, createdAt: new Date(declaredMs).toISOString(), tags: [hashtag] },
    indexedAt: new Date(seenMs).toISOString(),
  });
  const answer = ({ url }: HostileRequest): Trick => {
    const name =
      url.pathname
        .replace(/\/audit$/, '')
        .split(/[./]/)
        .at(-1) ?? '';
    const body = answers[name]?.(url.searchParams);
    return body === undefined
      ? { kind: 'answer', status: 404, body: {} }
      : { kind: 'answer', body };
  };
  const server = await startHostileServer({ answer, clock: () => network.nowMs });
  return Object.assign(network, { host: server.host, close: server.close });
}

/** Up to as many posts as a poll reads, some of them with the time of a clock that is behind. */
function postMinute(posts: Posted[], fromMs: number, behindMs: number, chance: Chance): void {
  const made = Math.floor(chance() * 30);
  for (let number = 0; number < made; number += 1) {
    const seenMs = fromMs + Math.floor(chance() * MINUTE_MS);
    const declaredMs = chance() < 0.2 ? seenMs - Math.floor(chance() * behindMs) : seenMs;
    const author = `did:plc:author${Math.floor(chance() * 9)}`;
    posts.push({ uri: `at://${author}/app.bsky.feed.post/${posts.length}`, declaredMs, seenMs });
  }
}

async function run(seed: number) {
  const chance = chanceOf(seed);
  const { keep, behindMs } = seed % 2 === 0 ? SMALL : LATE;
  const hashtag = `norun${seed}x`;
  const network = await startSearch(hashtag);
  try {
    // The first minute is older than the burst, but for what turns up late.
    postMinute(network.posts, START_MS - MINUTE_MS, behindMs, chance);
    const monitor = await failingMonitor(
      { source: 'bluesky', hashtag, startMs: START_MS, keep },
      chance,
      (fetch) =>
        blueskySource({
          scheme: 'http',
          service: network.host,
          directory: network.host,
          identifier: 'reader.test',
          appPassword: 'an-app-pass-word',
          sealer,
          fetch,
        }),
    );
    let hadGap = false;
    for (let minute = 0; minute < MINUTES; minute += 1) {
      postMinute(network.posts, START_MS + minute * MINUTE_MS, behindMs, chance);
      network.nowMs = START_MS + (minute + 1) * MINUTE_MS;
      await monitor.poll(network.nowMs);
      hadGap ||= (await monitor.burst()).unread.length > 0;
    }
    const endMs = network.nowMs;
    network.nowMs += 30 * 3_600_000;
    await monitor.mend(endMs);
    const posted = network.posts.filter(({ declaredMs }) => declaredMs >= START_MS);
    return { monitor, posted, hadGap };
  } finally {
    await network.close();
  }
}

it(`${RUNS} monitors of Bluesky keep and count what was posted: no gap, no double`, {
  timeout: 60_000,
}, async () => {
  let [gaps, hit] = [0, 0];
  for (let seed = 0; seed < RUNS; seed += 1) {
    const { monitor, posted, hadGap } = await run(seed);
    const kept = await monitor.kept();
    expect(kept.map(({ id }) => openUri(id, sealer)?.uri).sort(), `run ${seed}`).toEqual(
      posted.map(({ uri }) => uri).sort(),
    );
    expect(kept.filter(({ deletedMs }) => deletedMs != null)).toEqual([]);
    const counts = Array.from({ length: MINUTES }, (_, minute) => {
      const fromMs = START_MS + minute * MINUTE_MS;
      return posted.filter(
        (post) => post.declaredMs >= fromMs && post.declaredMs < fromMs + MINUTE_MS,
      ).length;
    });
    expect(await monitor.counts(MINUTES), `run ${seed}`).toEqual(counts);
    if (hadGap) gaps += 1;
    if (monitor.hits() > 5) hit += 1;
  }
  // None of it is worth anything where nothing went wrong.
  expect(hit).toBeGreaterThan(0.9 * RUNS);
  expect(gaps).toBeGreaterThan(0.2 * RUNS);
});
