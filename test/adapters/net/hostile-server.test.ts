import { afterEach, describe, expect, it } from 'vitest';
import { type HostileScript, type HostileServer, startHostileServer } from './hostile-server.ts';
import { wrongTypes } from './wrong-types.ts';

const servers: HostileServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(script: HostileScript): Promise<HostileServer> {
  const server = await startHostileServer(script);
  servers.push(server);
  return server;
}

const NOW_MS = Date.parse('2026-11-03T12:00:30Z');

describe('the hostile server', () => {
  it.each`
    style         | says
    ${'mastodon'} | ${{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-03T12:05:00.000Z' }}
    ${'x'}        | ${{ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '1793707500' }}
    ${'bluesky'}  | ${{ 'ratelimit-remaining': '0', 'ratelimit-policy': '2;w=300' }}
    ${'seconds'}  | ${{ 'x-ratelimit-remaining': '0.0', 'x-ratelimit-reset': '270' }}
  `('counts, tells and enforces its limit as $style does', async ({ style, says }) => {
    const server = await start({
      limit: { requests: 2, windowMs: 300_000, style },
      clock: () => NOW_MS,
    });

    const statuses: number[] = [];
    for (const _ of '123') {
      const answer = await fetch(`http://${server.host}/`);
      statuses.push(answer.status);
      if (answer.status === 429) expect(Object.fromEntries(answer.headers)).toMatchObject(says);
    }

    expect(statuses).toEqual([200, 200, 429]);
    expect(server.refused()).toBe(1);
    expect(server.counted()).toEqual([
      { credential: 'anonymous', startMs: Date.parse('2026-11-03T12:00:00Z'), requests: 3 },
    ]);
  });

  it('counts each credential and window apart, by its own clock', async () => {
    let nowMs = NOW_MS;
    const server = await start({
      limit: { requests: 9, windowMs: 300_000, style: 'x', fromFirst: true },
      clock: () => nowMs,
      skewMs: 600_000,
    });
    const ask = (authorization: string) =>
      fetch(`http://${server.host}/`, { headers: { authorization } });

    const answer = await ask('one');
    await ask('two');
    nowMs += 300_000;
    await ask('one');

    expect(answer.headers.get('date')).toBe('Tue, 03 Nov 2026 12:10:30 GMT');
    expect(server.counted()).toEqual([
      { credential: 'one', startMs: NOW_MS + 600_000, requests: 1 },
      { credential: 'two', startMs: NOW_MS + 600_000, requests: 1 },
      { credential: 'one', startMs: NOW_MS + 900_000, requests: 1 },
    ]);
  });

  it('closes in the middle of an answer', async () => {
    const server = await start({ answer: { kind: 'half', body: ['a long enough body'] } });
    const answer = await fetch(`http://${server.host}/`);

    await expect(answer.text()).rejects.toThrow();
  });

  it('sends as many bytes as it was told', async () => {
    const server = await start({ answer: { kind: 'huge', bytes: 3_000_000 } });
    const text = await (await fetch(`http://${server.host}/`)).text();

    expect(text).toHaveLength(3_000_000);
    expect(JSON.parse(text)).toEqual([]);
  });

  it('answers request by request, and keeps what it was asked', async () => {
    const server = await start({
      answer: ({ number }) => ({ kind: 'answer', body: wrongTypes([{ id: 'abc', n: number }]) }),
    });
    await fetch(`http://${server.host}/a?b=c`);
    const answer = await fetch(`http://${server.host}/`, { method: 'POST', body: 'said' });

    expect(await answer.json()).toEqual([{ id: 3, n: [1] }]);
    expect(server.asked).toMatchObject([
      { method: 'GET', path: '/a?b=c', number: 0 },
      { method: 'POST', body: 'said', number: 1 },
    ]);
  });
});
