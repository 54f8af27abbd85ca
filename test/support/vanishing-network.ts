import { idAt } from '../../functions/adapters/mastodon/timed-ids.ts';
import { aStatus } from '../adapters/mastodon/a-status.ts';
import { json, scriptedServer } from '../adapters/mastodon/scripted-server.ts';

const PAGE_POSTS = 40;

export type VanishingPost = {
  readonly createdMs: number;
  /** Gone from then on; undefined: it stays. */
  readonly deletedMs?: number | undefined;
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
  };
  const stands = ({ createdMs, deletedMs = Number.POSITIVE_INFINITY }: VanishingPost) =>
    createdMs <= network.nowMs && network.nowMs < deletedMs;

  const server = await scriptedServer(({ pathname, searchParams }, response) => {
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
        standing.map(({ id, createdMs }) => aStatus(String(id), createdMs)),
      );
    }
    if (post !== undefined && (stands(post) || network.hidesAll))
      return json(response, aStatus(single ?? '', post.createdMs));
    if (!pathname.startsWith('/api/v1/timelines/tag/')) return json(response, {}, {}, 404);
    const maxId = BigInt(searchParams.get('max_id') ?? '99999999999999999999');
    const page = known.filter((one) => one.id < maxId && stands(one)).slice(0, PAGE_POSTS);
    const next = `<https://a.example/?max_id=${page.at(-1)?.id}>; rel="next"`;
    const statuses = page.map(({ id, createdMs }) => aStatus(String(id), createdMs));
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
