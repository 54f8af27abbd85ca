import { idAt } from '../../../functions/adapters/mastodon/timed-ids.ts';
import { aStatus } from './a-status.ts';
import { json, type Scripted, scriptedServer } from './scripted-server.ts';

const PAGE_POSTS = 40;

type NetworkPost = {
  /** The same on every server. */
  readonly uri: string;
  readonly createdMs: number;
  readonly hashtags: readonly string[];
  readonly text: string;
  readonly authorCreatedAt: string;
};

/** A server with Mastodon's API, ids and Link headers, and a clock that the test moves. */
export type ScriptedNetwork = {
  readonly host: string;
  readonly asked: string[];
  readonly sent: Scripted['sent'];
  /** @returns its id on this server, by the time of its arrival */
  add(post: NetworkPost, arrivedMs?: number): string;
  remove(id: string): void;
  /** Fails each request for which it says so, with this status. */
  failing: (path: string) => number | undefined;
  /** What `/api/v1/trends/tags` gives; undefined: 404. */
  trends: unknown;
  close(): Promise<void>;
};

export async function scriptedNetwork(): Promise<ScriptedNetwork> {
  /** By id, in order of arrival. */
  const posts = new Map<bigint, NetworkPost>();
  const network = { failing: (_: string): number | undefined => undefined, trends: undefined };

  const server: Scripted = await scriptedServer((url, response) => {
    const { pathname, searchParams } = url;
    const status = (network as ScriptedNetwork).failing(pathname);
    if (status !== undefined) return json(response, { error: 'scripted' }, {}, status);
    const trends = (network as ScriptedNetwork).trends;
    if (pathname === '/api/v1/trends/tags' && trends !== undefined) return json(response, trends);
    const [, single] = /^\/api\/v1\/statuses\/(\d+)$/.exec(pathname) ?? [];
    const post = single === undefined ? undefined : posts.get(BigInt(single));
    if (single !== undefined && post !== undefined) return json(response, statusOf(single, post));
    const [, hashtag] = /^\/api\/v1\/timelines\/tag\/(.+)$/.exec(pathname) ?? [];
    if (hashtag === undefined) return json(response, { error: 'Record not found' }, {}, 404);
    const page = pageOf(posts, decodeURIComponent(hashtag), searchParams);
    const last = page.at(-1)?.id;
    const next = `<https://elsewhere.example${pathname}?max_id=${last}>; rel="next"`;
    json(response, page, last === undefined ? {} : { link: next });
  });

  return Object.assign(network, {
    host: server.host,
    asked: server.asked,
    sent: server.sent,
    add(post: NetworkPost, arrivedMs = post.createdMs) {
      let id = BigInt(idAt(arrivedMs));
      while (posts.has(id)) id += 1n;
      posts.set(id, post);
      return String(id);
    },
    remove: (id: string) => void posts.delete(BigInt(id)),
    close: () => server.close(),
  });
}

function pageOf(posts: ReadonlyMap<bigint, NetworkPost>, hashtag: string, query: URLSearchParams) {
  const maxId = BigInt(query.get('max_id') ?? '99999999999999999999');
  const limit = Math.min(PAGE_POSTS, Number(query.get('limit') ?? '20'));
  return [...posts]
    .filter(([id, post]) => id < maxId && post.hashtags.includes(hashtag))
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .slice(0, limit)
    .map(([id, post]) => statusOf(String(id), post));
}

function statusOf(id: string, { uri, createdMs, hashtags, text, authorCreatedAt }: NetworkPost) {
  return aStatus(id, createdMs, {
    uri,
    content: `<p>${text}</p>`,
    tags: hashtags.map((name) => ({ name })),
    account: { ...aStatus(id, createdMs).account, created_at: authorCreatedAt },
  });
}
