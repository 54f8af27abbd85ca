import type { ServerResponse } from 'node:http';
import { idAt } from '../../functions/adapters/mastodon/timed-ids.ts';
import { aStatus } from '../adapters/mastodon/a-status.ts';
import { json, scriptedServer } from '../adapters/mastodon/scripted-server.ts';

const PAGE_POSTS = 40;
const WINDOW_MS = 300_000;

export type VanishingPost = {
  readonly createdMs: number;
  /** Gone from then on; undefined: it stays. */
  readonly deletedMs?: number | undefined;
  /** @default one that no other post has */
  readonly text?: string;
};

/** A Mastodon server of one hashtag on a clock that the test moves: posts come and go by their times. */
export async function vanishingNetwork(posts: readonly VanishingPost[]) {
  const sorted = [...posts].sort((one, other) => other.createdMs - one.createdMs);
  const known = sorted.map((post, place) => ({
    ...post,
    id: BigInt(idAt(post.createdMs)) + BigInt((sorted.length - place) % 65_536),
  }));
  const byId = new Map(known.map((post) => [String(post.id), post]));
  const network = {
    nowMs: 0,
    fails: false,
    /** Whether it tells of several posts in one request, as Mastodon does since 4.3. */
    tellsTogether: true,
    failsTogether: false,
    /** Shows posts neither in the timeline nor together, but each alone. */
    hidesAll: false,
    /** Requests that it answers in each five minutes of its clock, as Mastodon does. */
    grants: Number.POSITIVE_INFINITY,
    /** Requests that reached it, by the beginning of their five minutes. */
    requests: new Map<number, number>(),
  };
  const stands = ({ createdMs, deletedMs = Number.POSITIVE_INFINITY }: VanishingPost) =>
    createdMs <= network.nowMs && network.nowMs < deletedMs;

  const server = await scriptedServer(({ pathname, searchParams }, response) => {
    const isSpent = countRequest(network, response) < 0;
    if (isSpent) return json(response, { error: 'Too many requests' }, {}, 429);
    if (network.fails) return json(response, {}, {}, 502);
    const [, single] = /^\/api\/v1\/statuses\/(\d+)$/.exec(pathname) ?? [];
    const post = byId.get(single ?? '');
    if (pathname === '/api/v1/statuses') {
      const asked = searchParams.getAll('id[]').flatMap((id) => byId.get(id) ?? []);
      if (network.failsTogether) return json(response, {}, {}, 502);
      if (network.hidesAll) return json(response, []);
      if (!network.tellsTogether || asked.length > 20) return json(response, {}, {}, 404);
      const standing = asked.filter(stands);
      return json(
        response,
        standing.map((post) => statusOf(String(post.id), post)),
      );
    }
    if (post !== undefined && (stands(post) || network.hidesAll))
      return json(response, statusOf(single ?? '', post));
    if (!pathname.startsWith('/api/v1/timelines/tag/')) return json(response, {}, {}, 404);
    const maxId = BigInt(searchParams.get('max_id') ?? '99999999999999999999');
    const page: typeof known = [];
    for (const one of known) {
      if (one.id < maxId && stands(one)) page.push(one);
      if (page.length === PAGE_POSTS) break;
    }
    const next = `<https://a.example/?max_id=${page.at(-1)?.id}>; rel="next"`;
    const statuses = page.map((post) => statusOf(String(post.id), post));
    json(response, statuses, page.length > 0 ? { link: next } : {});
  });
  return Object.assign(network, {
    host: server.host,
    asked: server.asked,
    idsOf: (wanted: (post: VanishingPost) => boolean) =>
      known.filter(wanted).map(({ id }) => String(id)),
    close: () => server.close(),
  });
}

function statusOf(id: string, { createdMs, text }: VanishingPost) {
  return aStatus(id, createdMs, text === undefined ? {} : { content: `<p>${text}</p>` });
}

type Counting = {
  readonly nowMs: number;
  readonly grants: number;
  readonly requests: Map<number, number>;
};

/** @returns how many more of these five minutes are granted; below 0 is refused */
function countRequest({ nowMs, grants, requests }: Counting, response: ServerResponse): number {
  const windowMs = Math.floor(nowMs / WINDOW_MS) * WINDOW_MS;
  const asked = (requests.get(windowMs) ?? 0) + 1;
  requests.set(windowMs, asked);
  if (grants === Number.POSITIVE_INFINITY) return grants;
  response.setHeader('x-ratelimit-limit', String(grants));
  response.setHeader('x-ratelimit-remaining', String(Math.max(0, grants - asked)));
  response.setHeader('x-ratelimit-reset', new Date(windowMs + WINDOW_MS).toISOString());
  return grants - asked;
}
