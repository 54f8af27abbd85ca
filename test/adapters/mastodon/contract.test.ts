import { setTimeout as wait } from 'node:timers/promises';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { federatedNames } from '../../../functions/adapters/mastodon/post-names.ts';
import { describeSource, type SourceHarness } from '../../ports/source.contract.ts';
import { type Snac, snacIsHere, startSnac } from '../../support/snac.ts';
import { scriptedNetwork } from './scripted-network.ts';

const ZERO_MS = Date.UTC(2026, 10, 3, 12);
const LOCAL = { scheme: 'http' } as const;

/** Nobody listens here. */
const NOBODY = '127.0.0.1:9';

const trend = (name: string) => ({
  name,
  url: `https://a.example/tags/${name}`,
  history: [
    { day: '1793664000', uses: '41', accounts: '38' },
    { day: '1793577600', uses: '7', accounts: '6' },
  ],
});

/**
 * As many servers with Mastodon's API as are asked for. A post stands on all of them, or on the
 * last alone; its home is the first, or none of them.
 */
async function startScripted(count: number): Promise<SourceHarness> {
  const servers = await Promise.all(Array.from({ length: count }, scriptedNetwork));
  const hosts = servers.map(({ host }) => host);
  const place = [...hosts].sort().join('+');
  const names = federatedNames(hosts);
  const on = new Map<string, () => void>();
  let clockMs = ZERO_MS;
  let made = 0;
  for (const [index, server] of servers.entries())
    server.trends = [trend('CityRun'), trend(`Only${index}`)];

  return {
    open: () => mastodonSource(place, LOCAL),
    nowMs: () => clockMs + 1,
    async pass() {
      clockMs += 1_000;
    },
    async post(hashtag, text) {
      made += 1;
      const home = made % 2 === 0 ? hosts[0] : 'elsewhere.example';
      const post = {
        createdMs: clockMs,
        hashtags: [hashtag],
        text,
        authorCreatedAt: '2020-05-17T00:00:00.000Z',
      };
      const everywhere = made % 3 > 0 || home === hosts[0];
      const holders = everywhere ? servers : servers.slice(-1);
      let uri = `https://${home}/users/ada/statuses/n${made}`;
      const ids = holders.map((server, index) => {
        // Each server numbers on its own; the address tells the id at home.
        const id = server.add(
          {
            ...post,
            get uri() {
              return uri;
            },
          },
          clockMs + 7 * index,
        );
        if (server.host === home) uri = `https://${home}/users/ada/statuses/${id}`;
        return { server, id };
      });
      const name = count === 1 ? (ids[0]?.id ?? '') : names.nameOf('', '', uri);
      on.set(name, () => {
        for (const { server, id } of ids) server.remove(id);
      });
      return name;
    },
    async remove(id) {
      on.get(id)?.();
    },
    narrow: { open: () => mastodonSource(place, { ...LOCAL, maxPages: 2 }), posts: 100 },
    unreachable: () => mastodonSource(count === 1 ? NOBODY : `${NOBODY}+127.0.0.1:10`, LOCAL),
    authorCreatedMs: Date.UTC(2020, 4, 17),
    async close() {
      for (const server of servers) await server.close();
    },
  };
}

async function startReal(): Promise<SourceHarness> {
  const snac: Snac = await startSnac();
  const password = snac.addUser('ada');
  const token = await snac.token('ada', password);
  const addresses = new Map<string, string>();
  const options = { ...LOCAL, timeoutMs: 20_000 };
  return {
    open: () => mastodonSource(snac.host, options),
    nowMs: Date.now,
    async pass() {
      const second = Math.floor(Date.now() / 1_000);
      while (Math.floor(Date.now() / 1_000) === second) await wait(20);
    },
    async post(_hashtag, text) {
      const { id, uri } = await snac.post(token, text);
      addresses.set(id, uri);
      return id;
    },
    async repost(id) {
      await snac.boost(token, id);
      return id;
    },
    remove: (id) => snac.remove('ada', password, addresses.get(id) ?? ''),
    narrow: { open: () => mastodonSource(snac.host, { ...options, maxPages: 2 }), posts: 100 },
    unreachable: () => mastodonSource(NOBODY, options),
    authorCreatedMs: Date.now(),
    listsTrends: false,
    close: () => snac.stop(),
  };
}

describeSource('mastodon, a server with Link headers', () => startScripted(1));
describeSource('mastodon, three servers', () => startScripted(3));
describeSource('mastodon, a real snac2', startReal, { skip: !snacIsHere(), timeoutMs: 60_000 });
