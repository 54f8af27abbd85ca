import { afterEach, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { vanishingNetwork } from '../../support/vanishing-network.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const SECOND_MS = 1_000;

let network: Awaited<ReturnType<typeof vanishingNetwork>> | undefined;
afterEach(() => network?.close());

/** 150 posts a second apart, of which all but each tenth are gone a minute after the last. */
async function vanished() {
  const posts = Array.from({ length: 150 }, (_, n) => ({
    createdMs: NOON + n * SECOND_MS,
    deletedMs: n % 10 === 0 ? undefined : NOON + 200 * SECOND_MS,
  }));
  const server = await vanishingNetwork(posts);
  network = server;
  server.nowMs = NOON + 210 * SECOND_MS;
  const seen = posts.map(({ createdMs }) => ({
    createdMs,
    id: server.idsOf((one) => one.createdMs === createdMs)[0] ?? '',
  }));
  const clock = () => server.nowMs;
  const source = mastodonSource(server.host, { scheme: 'http', clock });
  const missing = async () => [...(await source.missing(seen, 'cityrun', server.nowMs))].sort();
  const gone = server.idsOf(({ deletedMs }) => deletedMs !== undefined).sort();
  const looks = () => server.asked.filter((path) => path.startsWith('/api/v1/statuses'));
  return { server, missing, gone, looks };
}

describe('many posts that left a timeline at once', () => {
  it('are asked for twenty in a request, once one of them was gone alone', async () => {
    const { missing, gone, looks } = await vanished();

    expect(await missing()).toEqual(gone);
    expect(looks()).toHaveLength(Math.ceil(135 / 20) + 1);
  });

  it('are asked for one by one where the server cannot tell of several', async () => {
    const { server, missing, gone, looks } = await vanished();
    server.tellsTogether = false;

    const first = await missing();
    expect(first).toHaveLength(40);
    expect(gone).toEqual(expect.arrayContaining(first));
    expect(looks()).toHaveLength(41);
  });

  it('still stand where a server that tells of none gives each alone', async () => {
    const { server, missing, looks } = await vanished();
    server.hidesAll = true;

    expect(await missing()).toEqual([]);
    expect(looks().filter((path) => path.includes('id%5B%5D='))).toHaveLength(1);
  });

  it('are not said to be gone while the server fails, and are asked for together again', async () => {
    const { server, missing, gone } = await vanished();
    server.failsTogether = true;
    expect(await missing()).toEqual([]);

    server.failsTogether = false;
    server.nowMs += 60 * SECOND_MS;
    expect(await missing()).toEqual(gone);
  });
});
