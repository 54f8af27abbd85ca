import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BlueskyOptions,
  blueskySource,
} from '../../../functions/adapters/bluesky/bluesky-source.ts';
import { openUri, sealUri } from '../../../functions/adapters/bluesky/post-ids.ts';
import { sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';
import { secretFrom } from '../../../functions/adapters/secrets/secret.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import type { TokenStore } from '../../../functions/ports/token-store.ts';
import { sealPost } from '../../../functions/steps/seal-post.ts';
import { type Account, type BlueskyNetwork, startNetwork } from './network.ts';

const HOUR_MS = 3_600_000;
const sealer = sealerFrom('the key of a test', 'post ids of bluesky');

let network: BlueskyNetwork;
let reader: Account;
let author: Account;
beforeAll(async () => {
  network = await startNetwork();
  reader = await network.account('tw-reader');
  author = await network.account('tw-author');
});
afterAll(() => network?.stop());
beforeEach(() => {
  network.appView.countsHits = false;
  network.appView.blocking.clear();
});

function open(more: Partial<BlueskyOptions> = {}) {
  return blueskySource({
    scheme: 'http',
    service: network.host,
    directory: network.directory,
    identifier: reader.handle,
    appPassword: reader.appPassword,
    sealer,
    ...more,
  });
}

/** The last hour, at a time a little later than any post. */
function lastHour(hashtag: string) {
  const nowMs = Date.now() + 1_000;
  return { hashtag, fromMs: nowMs - HOUR_MS, toMs: nowMs, nowMs };
}

function apart(count: number, fromMs: number, apartMs: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => fromMs + i * apartMs);
}

describe('a post', () => {
  it('is read with what is said of it and of its author', async () => {
    const createdMs = Date.now() - 60_000;
    const uri = await author.post('The #Élan of ours', { createdMs, tags: ['Second'] });

    const [post] = (await open().posts(lastHour('élan'), 10)).posts;

    expect(post).toEqual({
      id: sealUri(uri, sealer),
      authorId: author.did,
      createdMs,
      authorCreatedMs: await network.madeMs(author.did),
      repost: false,
      text: 'The #Élan of ours',
      hashtags: ['élan', 'second'],
      language: 'en',
      followers: null,
      authorNames: ['X', 'x.test'],
    });
  });

  it('from the future is dated when it was first seen', async () => {
    const before = Date.now();
    await author.post('#ahead', { createdMs: before + 24 * HOUR_MS });
    const after = Date.now();

    const [post] = (await open().posts(lastHour('ahead'), 10)).posts;

    expect(post?.createdMs).toBeGreaterThanOrEqual(before);
    expect(post?.createdMs).toBeLessThanOrEqual(after);
  });

  it('behind the door holds neither its author nor its address', async () => {
    await author.post('#behindthedoor', { createdMs: Date.now() - 1_000 });
    const { posts } = await open().posts(lastHour('behindthedoor'), 10);
    const kept = JSON.stringify(
      posts.map((post) => sealPost(post, 'bluesky', secretFrom('the key of a test'))),
    );

    expect(posts).toHaveLength(1);
    expect(kept).not.toContain(author.did.slice('did:plc:'.length));
    expect(kept).not.toMatch(/did:|at:|x\.test/);
  });

  it('has an id that names nobody, and that only this deployment can open', async () => {
    const uri = await author.post('#sealedid');
    const [post] = (await open().posts(lastHour('sealedid'), 10)).posts;
    const id = post?.id ?? '';

    expect(id).toMatch(/^[\w-]{40,}$/);
    for (const encoding of ['base64url', 'latin1'] as const)
      expect(Buffer.from(id, encoding).toString('latin1')).not.toContain(author.did.slice(8, 14));
    expect(openUri(id, sealer)).toEqual({ uri, did: author.did });
    expect(openUri(id, sealerFrom('another key', 'post ids of bluesky'))).toBeUndefined();
    // Another deployment's ids are not ours to judge.
    const other = open({ sealer: sealerFrom('another key', 'post ids of bluesky') });
    expect(await other.missing([{ id, createdMs: 0 }], 'sealedid', Date.now())).toEqual(new Set());
  });
});

describe('missing', () => {
  it('is a deleted post, not one whose author was switched off or blocks us', async () => {
    const [leaver, blocker] = [
      await network.account('tw-leaver'),
      await network.account('tw-blocker'),
    ];
    const uris = [
      await author.post('#gone'),
      await author.post('#gone, it stands'),
      await leaver.post('#gone'),
      await blocker.post('#gone'),
    ];
    const source = open();
    const posts = uris.map((uri) => ({ id: sealUri(uri, sealer), createdMs: Date.now() }));
    expect(await source.missing(posts, 'gone', Date.now())).toEqual(new Set());

    await author.remove(uris[0] ?? '');
    await leaver.deactivate();
    network.appView.blocking.add(blocker.did);

    expect(await source.missing(posts, 'gone', Date.now())).toEqual(new Set([posts[0]?.id]));
  });

  it('is looked for 25 posts at a time, and in turn where there are more than may be asked', async () => {
    const uri = await author.post('#many');
    const posts = Array.from({ length: 60 }, (_, i) => ({
      id: sealUri(`${uri}not${i}`, sealer),
      createdMs: 0,
    }));
    const lookups = () =>
      network.appView.asked.filter((method) => method.endsWith('getPosts')).length;
    const before = lookups();

    const source = open({ maxLookups: 50 });
    const first = await source.missing(posts, 'many', 0);
    const second = await source.missing(posts, 'many', 60_000);

    expect(first.size).toBe(50);
    expect(new Set([...first, ...second]).size).toBe(60);
    expect(lookups() - before).toBe(4);
  });
});

describe('a bucket that is too large to be read', () => {
  it('is a gap, or as many posts as search says', async () => {
    const startMs = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;
    await author.postMany('#large', [...apart(130, startMs, 1), startMs + 60_000]);
    const span = { hashtag: 'large', fromMs: startMs, toMs: startMs + 120_000, nowMs: Date.now() };
    const read = { startMs: startMs + 60_000, posts: 1 };

    expect(await open({ maxPages: 1 }).counts(span, 60_000)).toEqual([read]);

    network.appView.countsHits = true;
    expect(await open({ maxPages: 1 }).counts(span, 60_000)).toEqual([
      { startMs, posts: 130 },
      read,
    ]);
    expect(await open({ maxPages: 3 }).counts(span, 60_000)).toEqual([
      { startMs, posts: 130 },
      read,
    ]);
  });

  it('of one moment is read by the cursor', async () => {
    const createdMs = Date.now() - 60_000;
    const uris = [
      ...(await author.postMany('#moment', apart(200, createdMs, 0))),
      ...(await author.postMany('#moment', apart(5, createdMs, 0))),
    ];

    const { posts, fromMs } = await open().posts(lastHour('moment'), 1_000);

    expect(new Set(posts.map(({ id }) => id))).toEqual(
      new Set(uris.map((uri) => sealUri(uri, sealer))),
    );
    expect(fromMs).toBeLessThan(createdMs);
  });
});

describe('posts that vanish while a hashtag is read', () => {
  it('push no other out between two pages', async () => {
    const startMs = Date.now() - 600_000;
    const uris = await author.postMany('#moving', apart(150, startMs, 1));
    let pages = 0;
    const fetcher: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      const isFirst = String(input).includes('searchPosts') && pages++ === 0;
      if (isFirst) for (const uri of uris.slice(-20)) await author.remove(uri);
      return answer;
    };

    const { posts } = await open({ fetch: fetcher }).posts(lastHour('moving'), 1_000);

    expect(pages).toBe(2);
    expect(posts).toHaveLength(150);
  });
});

describe('a login', () => {
  it('is asked for once, and shared by the processes that come later', async () => {
    const kept: string[] = [];
    const tokens: TokenStore = {
      load: async () => kept.at(-1),
      save: async (token) => void kept.push(token),
    };
    const asked: string[] = [];
    const counting: typeof fetch = (input, init) => {
      asked.push(new URL(String(input)).pathname.split('.').at(-1) ?? '');
      return fetch(input, init);
    };
    const options = { tokens, fetch: counting };

    const first = open(options);
    await first.posts(lastHour('login'), 10);
    await first.posts(lastHour('login'), 10);
    await open(options).posts(lastHour('login'), 10);
    await open(options).posts(lastHour('login'), 10);

    const logins = asked.filter((method) => /Session$/.test(method));
    expect(logins).toEqual(['createSession', 'refreshSession', 'refreshSession']);
    expect(new Set(kept).size).toBe(3);
  });

  it('with a wrong password is refused in words, and not tried again at once', async () => {
    let asked = 0;
    const counting: typeof fetch = (input, init) => {
      asked += 1;
      return fetch(input, init);
    };
    const source = open({ appPassword: 'wrong-pass-word-here', fetch: counting });

    for (let i = 0; i < 3; i++)
      await expect(source.posts(lastHour('login'), 10)).rejects.toThrow(
        new SourceError(
          `${network.host} does not accept the handle and app password: give valid ones`,
          { retryable: false },
        ),
      );
    expect(asked).toBe(1);
  });
});
