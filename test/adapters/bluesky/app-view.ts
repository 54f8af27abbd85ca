import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Facet = { readonly features: readonly { readonly tag?: string }[] };

type Row = {
  readonly uri: string;
  readonly cid: string;
  readonly did: string;
  readonly value: {
    readonly text: string;
    readonly createdAt: string;
    readonly facets?: readonly Facet[];
    readonly tags?: readonly string[];
  };
  readonly indexedMs: number;
  readonly sortMs: number;
};

export type AppView = {
  readonly url: string;
  /** Methods that it was asked for, in order. */
  readonly asked: readonly string[];
  /** Whether search says how many posts there are. */
  countsHits: boolean;
  /** Accounts that block whoever asks. */
  readonly blocking: Set<string>;
  close(): Promise<void>;
};

/**
 * Bluesky's app view as far as we ask it, over what really stands in the repositories of one personal
 * data server: it answers only what that server passes on, and keeps nothing of its own.
 */
export async function startAppView(pdsUrl: () => string): Promise<AppView> {
  const asked: string[] = [];
  const blocking = new Set<string>();
  const view = { countsHits: false };

  const methods: Readonly<Record<string, (query: URLSearchParams) => Promise<unknown>>> = {
    async 'app.bsky.feed.searchPosts'(query) {
      const limit = Number(query.get('limit') ?? 25);
      const from = Number(query.get('cursor') ?? 0);
      const found = (await rows(pdsUrl())).filter(
        (row) => !blocking.has(row.did) && matches(row, query),
      );
      const posts = found.slice(from, from + limit).map(postView);
      const next = from + limit < found.length ? { cursor: String(from + limit) } : {};
      return { posts, ...next, ...(view.countsHits && { hitsTotal: found.length }) };
    },
    async 'app.bsky.feed.getPosts'(query) {
      const uris = query.getAll('uris');
      if (uris.length > 25) throw new Error('too many uris');
      const found = (await rows(pdsUrl())).filter(
        ({ uri, did }) => uris.includes(uri) && !blocking.has(did),
      );
      return { posts: found.map(postView) };
    },
    async 'app.bsky.actor.getProfiles'(query) {
      const asked = query.getAll('actors');
      if (asked.length > 25) throw new Error('too many actors');
      const active = await activeDids(pdsUrl());
      const profiles = asked
        .filter((did) => active.includes(did))
        .map((did) => ({ did, handle: 'x.test', viewer: { blockedBy: blocking.has(did) } }));
      return { profiles };
    },
    async 'app.bsky.unspecced.getTrends'() {
      const uses = new Map<string, Row[]>();
      for (const row of await rows(pdsUrl()))
        for (const tag of tagsOf(row)) uses.set(tag, [...(uses.get(tag) ?? []), row]);
      const trends = [...uses].map(([tag, posts]) => ({
        topic: tag,
        displayName: `#${tag}`,
        link: `/hashtag/${tag}`,
        startedAt: new Date(Math.min(...posts.map(({ sortMs }) => sortMs))).toISOString(),
        postCount: posts.length,
        actors: [],
      }));
      return { trends: trends.sort((a, b) => b.postCount - a.postCount).slice(0, 25) };
    },
  };

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: Error) =>
      send(response, 400, { error: 'InvalidRequest', message: error.message }),
    );
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://app.view');
    const method = url.pathname.replace('/xrpc/', '');
    asked.push(method);
    requireServiceToken(request, method, await activeDids(pdsUrl()));
    send(response, 200, await methods[method]?.(url.searchParams));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(view, {
    url: `http://localhost:${port}`,
    asked,
    blocking,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The server of the account vouches for it, for this very method. */
function requireServiceToken(request: IncomingMessage, method: string, dids: readonly string[]) {
  const [, claims = ''] = (request.headers.authorization ?? '').split('.');
  const { iss, lxm } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}');
  if (!dids.includes(iss) || lxm !== method) throw new Error('a service token is required');
}

async function activeDids(pds: string): Promise<readonly string[]> {
  const { repos } = await get(`${pds}/xrpc/com.atproto.sync.listRepos?limit=1000`);
  return repos
    .filter(({ active }: { active?: boolean }) => active !== false)
    .map(({ did }: { did: string }) => did);
}

/** Every post, the newest first. */
async function rows(pds: string): Promise<readonly Row[]> {
  const all = await Promise.all((await activeDids(pds)).map((did) => rowsOf(pds, did)));
  return all.flat().sort((a, b) => b.sortMs - a.sortMs || (a.cid < b.cid ? 1 : -1));
}

async function rowsOf(pds: string, did: string): Promise<readonly Row[]> {
  const found: Row[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      repo: did,
      collection: 'app.bsky.feed.post',
      limit: '100',
    });
    if (cursor !== undefined) query.set('cursor', cursor);
    const page = await get(`${pds}/xrpc/com.atproto.repo.listRecords?${query}`);
    for (const { uri, cid, value } of page.records) {
      const indexedMs = timeOfKey(uri.split('/').at(-1));
      const sortMs = Math.min(indexedMs, Date.parse(value.createdAt));
      found.push({ uri, cid, did, value, indexedMs, sortMs });
    }
    cursor = page.records.length === 0 ? undefined : page.cursor;
  } while (cursor !== undefined);
  return found;
}

async function get(url: string) {
  return (await fetch(url)).json();
}

/** The moment at which the server took a post stands in its key: microseconds, 5 bits a letter, 10 bits of clock id. */
function timeOfKey(key: string): number {
  const letters = '234567abcdefghijklmnopqrstuvwxyz';
  const bits = [...key].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n);
  return Number((bits >> 10n) / 1_000n);
}

function matches(row: Row, query: URLSearchParams): boolean {
  const wanted = query.getAll('tag').map((tag) => tag.toLowerCase());
  const since = Date.parse(query.get('since') ?? '1970-01-01');
  const until = Date.parse(query.get('until') ?? '9999-01-01');
  const tags = tagsOf(row);
  return wanted.every((tag) => tags.includes(tag)) && row.sortMs >= since && row.sortMs < until;
}

function tagsOf({ value: { facets = [], tags = [] } }: Row): readonly string[] {
  const marked = facets.flatMap(({ features }) => features).flatMap(({ tag }) => tag ?? []);
  return [...new Set([...marked, ...tags].map((tag) => tag.toLowerCase()))];
}

function postView({ uri, cid, did, value, indexedMs }: Row) {
  return {
    uri,
    cid,
    author: { did, handle: 'x.test', displayName: 'X' },
    record: value,
    indexedAt: new Date(indexedMs).toISOString(),
    likeCount: 0,
  };
}
