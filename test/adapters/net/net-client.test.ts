import { afterEach, describe, expect, it } from 'vitest';
import { memoryLedger } from '../../../functions/adapters/memory/ledger.ts';
import { type NetOptions, netClient } from '../../../functions/adapters/net/net-client.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import type { Ledger } from '../../../functions/ports/ledger.ts';
import { type HostileScript, type HostileServer, startHostileServer } from './hostile-server.ts';
import { type RateStyle, rateHeaders } from './rate-headers.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:00Z');
const MINUTE_MS = 60_000;
const GRANT = { requests: { requests: 300, windowMs: 5 * MINUTE_MS } };

const servers: HostileServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(script: HostileScript): Promise<HostileServer> {
  const server = await startHostileServer({ clock: () => NOW_MS, ...script });
  servers.push(server);
  return server;
}

function open(server: { readonly host: string }, options: Partial<NetOptions> = {}) {
  return netClient(server.host, { credential: 'test:one', scheme: 'http', ...options });
}

async function failure(asked: Promise<unknown>): Promise<SourceError> {
  const error = await asked.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  return error as SourceError;
}

/** A ledger that counts what it is asked. */
function countedLedger(): { readonly ledger: Ledger; readonly asked: string[] } {
  const asked: string[] = [];
  const ledger = new Proxy(memoryLedger(), {
    get: (target, name: keyof Ledger) => {
      asked.push(name);
      return target[name];
    },
  });
  return { ledger, asked };
}

describe('a request', () => {
  it('brings the headers of the client and its own, and what is posted', async () => {
    const server = await start({ answer: { kind: 'answer', body: { ok: true } } });
    const client = open(server, { headers: { authorization: 'Bearer secret' } });

    const answer = await client.ask('/a?b=c', NOW_MS, {
      method: 'POST',
      json: { said: 'ß' },
      headers: { 'x-own': '1' },
    });

    expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(server.asked).toMatchObject([
      {
        method: 'POST',
        path: '/a?b=c',
        body: '{"said":"ß"}',
        headers: { authorization: 'Bearer secret', 'x-own': '1', accept: 'application/json' },
      },
    ]);
  });

  it.each([200, 304, 401, 404])('is answered with %d', async (status) => {
    const server = await start({ answer: { kind: 'answer', status } });

    expect(await open(server).ask('/', NOW_MS)).toMatchObject({ status });
  });
});

describe('a server that refuses for now', () => {
  it.each<[RateStyle, number]>([
    ['mastodon', 0],
    ['x', 0],
    ['bluesky', 0],
    ['seconds', 0],
    ['mastodon', 10 * MINUTE_MS],
    ['x', -10 * MINUTE_MS],
    ['bluesky', 10 * MINUTE_MS],
  ])(
    'in the words of %s, its clock %d ms ahead, is left alone as long as it says',
    async (style, skewMs) => {
      const limit = { requests: 3, windowMs: 5 * MINUTE_MS, style };
      let nowMs = NOW_MS + MINUTE_MS;
      const server = await start({ limit, skewMs, clock: () => nowMs });
      const client = open(server);
      const another = fetch(`http://${server.host}/`);
      await another;
      await fetch(`http://${server.host}/`);
      await fetch(`http://${server.host}/`);

      const refused = await failure(client.ask('/', nowMs));
      expect(refused).toMatchObject({ retryable: true, retryAtMs: NOW_MS + 5 * MINUTE_MS });
      expect(refused.message).toMatch(/the rate limit is spent$/);

      nowMs = NOW_MS + 5 * MINUTE_MS - 1;
      await failure(client.ask('/', nowMs));
      expect(server.asked).toHaveLength(4);

      nowMs = NOW_MS + 5 * MINUTE_MS;
      expect(await client.ask('/', nowMs)).toMatchObject({ status: 200 });
    },
  );

  it('is believed for all that share the ledger, and for this allowance only', async () => {
    const ledger = memoryLedger();
    const server = await start({
      answer: ({ path }) =>
        path === '/counts'
          ? { kind: 'answer', status: 429, headers: { 'retry-after': '120' } }
          : { kind: 'answer' },
    });
    const counts = { allowance: 'counts' };
    await failure(open(server, { ledger }).ask('/counts', NOW_MS, counts));

    const other = open(server, { ledger });
    const refused = await failure(other.ask('/counts', NOW_MS + 1, counts));
    expect(refused.retryAtMs).toBe(NOW_MS + 120_000);
    expect(server.asked).toHaveLength(1);
    expect(await other.ask('/search', NOW_MS + 1, { allowance: 'search' })).toMatchObject({
      status: 200,
    });
  });
});

describe('an allowance', () => {
  const said = (remaining: number) =>
    rateHeaders('mastodon', {
      limit: 300,
      remaining,
      windowMs: 5 * MINUTE_MS,
      resetMs: NOW_MS + 5 * MINUTE_MS,
      nowMs: NOW_MS,
    });

  it('is without limit where nobody said', async () => {
    const client = open(await start({}));
    expect(await client.remaining(NOW_MS)).toBe(Number.POSITIVE_INFINITY);
    await client.ask('/', NOW_MS);
    expect(await client.remaining(NOW_MS)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is what the network grants, but for a twentieth that is kept', async () => {
    const client = open(await start({}), { allowances: GRANT });
    expect(await client.remaining(NOW_MS)).toBe(285);
    await client.ask('/', NOW_MS);
    expect(await client.remaining(NOW_MS)).toBe(284);
    expect(await client.remaining(NOW_MS + 5 * MINUTE_MS)).toBe(285);
  });

  it('is what the network says if others ask with the same credential', async () => {
    const server = await start({ answer: { kind: 'answer', headers: said(40) } });
    for (const allowances of [GRANT, {}]) {
      const client = open(server, { allowances });
      await client.ask('/', NOW_MS);
      expect(await client.remaining(NOW_MS)).toBe(25);
    }
  });

  it('of a network that refused before it said anything is counted once it says', async () => {
    const ledger = memoryLedger();
    const server = await start({
      answer: ({ number }) =>
        number === 0
          ? { kind: 'answer', status: 429, headers: { 'retry-after': '10' } }
          : { kind: 'answer', headers: said(40) },
    });
    const client = open(server, { ledger });
    await failure(client.ask('/', NOW_MS));
    await client.ask('/', NOW_MS + 10_000);

    expect((await ledger.read('test:one')).allowances.requests).toMatchObject({
      window: { limit: 300 },
      left: 25,
    });
  });

  it('that others have nearly spent is told to all that share the ledger', async () => {
    const ledger = memoryLedger();
    const server = await start({ answer: { kind: 'answer', headers: said(40) } });
    const client = open(server, { ledger, allowances: GRANT });
    // The first window is a guess until it was answered; the next draw sets the count right.
    for (let n = 0; n < 2; n += 1) await client.ask('/', NOW_MS);

    const { requests } = (await ledger.read('test:one')).allowances;
    expect(requests?.left).toBe(25);
  });

  it('ends where the network says it ends, whatever its clock', async () => {
    let nowMs = NOW_MS + 4 * MINUTE_MS;
    const server = await start({
      limit: { requests: 20, windowMs: 5 * MINUTE_MS, style: 'x' },
      skewMs: 10 * MINUTE_MS,
      clock: () => nowMs,
    });
    const client = open(server, {
      allowances: { requests: { requests: 20, windowMs: 5 * MINUTE_MS } },
    });
    for (let n = 0; n < 19; n += 1) await client.ask('/', nowMs);
    const spent = await failure(client.ask('/', nowMs));
    // Written in whole seconds, it may be a second later than it says.
    expect(spent).toMatchObject({ retryable: true, retryAtMs: NOW_MS + 5 * MINUTE_MS + 1_000 });

    nowMs = spent.retryAtMs ?? 0;
    expect(await client.ask('/', nowMs)).toMatchObject({ status: 200 });
    expect(server.refused()).toBe(0);
  });

  it('costs a quiet poll one write, in each window', async () => {
    const { ledger, asked } = countedLedger();
    let nowMs = NOW_MS;
    const limit = { requests: 300, windowMs: 5 * MINUTE_MS, style: 'mastodon' } as const;
    const server = await start({ limit, clock: () => nowMs });
    const client = open(server, { ledger, allowances: GRANT });
    await client.ask('/', nowMs);

    for (let poll = 1; poll <= 5; poll += 1) {
      asked.length = 0;
      nowMs = NOW_MS + poll * 5 * MINUTE_MS;
      await client.ask('/', nowMs);
      await client.ask('/', nowMs);
      expect(asked).toEqual(['replaceWindow']);
    }
  });
});

describe('a server that fails', () => {
  const chance = () => 0.5;

  it.each`
    how                       | script                                               | says
    ${'with 500'}             | ${{ kind: 'answer', status: 500 }}                   | ${/failed with status 500$/}
    ${'in silence'}           | ${{ kind: 'silence' }}                               | ${/did not answer in 80 ms$/}
    ${'in the middle'}        | ${{ kind: 'half', body: ['long enough'] }}           | ${/cannot be reached$/}
    ${'by stopping half way'} | ${{ kind: 'half', body: ['long one'], stall: true }} | ${/did not answer in 80 ms$/}
    ${'by closing the door'}  | ${{ kind: 'hangup' }}                                | ${/cannot be reached$/}
  `('$how is left alone for a moment, by all', async ({ script, says }) => {
    const ledger = memoryLedger();
    const server = await start({ answer: script });
    const options = { ledger, timeoutMs: 80, random: chance };

    const failed = await failure(open(server, options).ask('/', NOW_MS));
    expect(failed).toMatchObject({ retryable: true, retryAtMs: undefined });
    expect(failed.message).toMatch(says);

    const refused = await failure(open(server, options).ask('/', NOW_MS + 1));
    expect(refused).toMatchObject({ retryable: true, retryAtMs: NOW_MS + 2_000 });
    expect(refused.message).toBe(
      `${server.host} has failed once since 2026-11-03T12:00:00Z: it is left alone until 2026-11-03T12:00:02Z`,
    );
    expect(server.asked).toHaveLength(1);
  });

  it('is left alone as long as it asks for', async () => {
    const headers = { 'retry-after': '300' };
    const server = await start({ answer: { kind: 'answer', status: 503, headers } });
    const client = open(server, { random: chance });

    expect(await failure(client.ask('/', NOW_MS))).toMatchObject({
      retryAtMs: NOW_MS + 300_000,
    });
    expect(await failure(client.ask('/', NOW_MS + 299_999))).toMatchObject({
      retryAtMs: NOW_MS + 300_000,
    });
    expect(server.asked).toHaveLength(1);
  });

  /** Ten clients that share a ledger ask at once, whenever they may. */
  async function fail(times: number, ledger: Ledger, server: HostileServer): Promise<number> {
    let nowMs = NOW_MS;
    for (let failures = 0; failures < times; failures += 1) {
      const client = open(server, { ledger, random: chance });
      await failure(client.ask('/', nowMs));
      nowMs = (await failure(client.ask('/', nowMs))).retryAtMs ?? 0;
    }
    return nowMs;
  }

  it('many times in a row is tried by one at a time, and by all once it answers', async () => {
    let status = 500;
    const ledger = memoryLedger();
    const server = await start({ answer: () => ({ kind: 'answer', status }) });
    const untilMs = await fail(5, ledger, server);
    const clients = Array.from({ length: 10 }, () => open(server, { ledger, random: chance }));
    const askAll = (nowMs: number) =>
      Promise.allSettled(clients.map((client) => client.ask('/', nowMs)));

    await askAll(untilMs);
    expect(server.asked).toHaveLength(6);

    const nextMs = (await ledger.read('test:one')).breakers[server.host]?.untilMs ?? 0;
    status = 200;
    await askAll(nextMs);
    expect(server.asked).toHaveLength(7);
    const answers = await askAll(nextMs + 31_000);
    expect(answers.every((answer) => answer.status === 'fulfilled')).toBe(true);
    expect((await ledger.read('test:one')).breakers).toEqual({});
  });

  it('tells since when and how often', async () => {
    const server = await start({ answer: { kind: 'answer', status: 500 } });
    const ledger = memoryLedger();
    const untilMs = await fail(5, ledger, server);
    const until = new Date(untilMs).toISOString().slice(0, 19);

    const { message } = await failure(open(server, { ledger }).ask('/', untilMs - 1));
    expect(message).toBe(
      `${server.host} has failed 5 times in a row since 2026-11-03T12:00:00Z: it is left alone until ${until}Z`,
    );
  });

  it.each([1, 10])('counts once what fails together, asked by %d clients', async (many) => {
    const ledger = memoryLedger();
    const server = await start({ answer: { kind: 'answer', status: 500 } });
    const clients = Array.from({ length: many }, () => open(server, { ledger, random: chance }));
    const asked = Array.from({ length: 10 }, (_, n) => clients[n % many]?.ask('/', NOW_MS));
    await Promise.allSettled(asked);

    expect(server.asked).toHaveLength(10);
    expect((await ledger.read('test:one')).breakers[server.host]?.failures).toBe(1);
  });
});

describe('an answer that must not be had', () => {
  it('of 50 MB is left after 8 MiB', async () => {
    const server = await start({ answer: { kind: 'huge' } });
    const error = await failure(open(server).ask('/', NOW_MS));

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/more than 8388608 bytes$/);
  });

  it('is as small as the client asks for', async () => {
    const server = await start({ answer: { kind: 'huge', bytes: 2_000 } });

    expect((await failure(open(server, { mostBytes: 1_000 }).ask('/', NOW_MS))).message).toMatch(
      /more than 1000 bytes$/,
    );
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'https://other.example/',
  ])('lies at %s, where the server sends us', async (to) => {
    const server = await start({ answer: { kind: 'redirect', to } });
    const error = await failure(open(server).ask('/', NOW_MS));

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/redirects to another host are refused/);
  });

  it('lies where the server sends what was posted', async () => {
    const server = await start({ answer: { kind: 'redirect', to: '/b', status: 307 } });
    const sent = open(server).ask('/a', NOW_MS, { method: 'POST', json: {} });

    expect((await failure(sent)).message).toMatch(/redirects what was sent to it/);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    '10.0.0.1',
    '169.254.169.254',
    '127.0.0.1:8443',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '0x7f.1',
    '2130706433',
  ])('lies on %s', async (host) => {
    const error = await failure(netClient(host, { credential: 'a' }).ask('/', NOW_MS));

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/is no public address/);
  });

  it('lies on a name that resolves to this machine', async () => {
    const error = await failure(netClient('localhost', { credential: 'a' }).ask('/', NOW_MS));

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/localhost is no public address/);
  });
});
