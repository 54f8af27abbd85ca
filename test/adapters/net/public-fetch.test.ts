import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { publicFetch } from '../../../functions/adapters/net/public-fetch.ts';
import { SourceError } from '../../../functions/model/errors.ts';

let server: Server | undefined;
afterEach(async () => {
  if (server === undefined) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
  server = undefined;
});

async function start(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('publicFetch', () => {
  it('reads what was zipped on the way', async () => {
    const url = await start((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip');
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('["پاکستان"]'));
    });

    expect(await (await publicFetch(url)).json()).toEqual(['پاکستان']);
  });

  it('takes the names of encodings in any spelling', async () => {
    const url = await start((_, response) => {
      response.setHeader('content-encoding', 'X-GZip');
      response.end(gzipSync('[1]'));
    });

    expect(await (await publicFetch(url)).json()).toEqual([1]);
  });

  it('unzips no more than is read: what would fill memory stays zipped', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    const url = await start((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(bomb);
    });
    const reader = (await publicFetch(url)).body?.getReader();
    const before = process.memoryUsage();
    for (let chunks = 0; chunks < 8; chunks += 1) await reader?.read();
    const after = process.memoryUsage();
    await reader?.cancel();

    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(8 * 1024 * 1024);
  });

  it('does not wait for a body that comes a byte at a time', async () => {
    const url = await start((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '100000' });
      const bytes = gzipSync('[]').values();
      const drip = setInterval(() => response.write(Buffer.of(bytes.next().value ?? 0)), 10);
      response.once('close', () => clearInterval(drip));
    });
    const answer = await publicFetch(url, { signal: AbortSignal.timeout(80) });

    await expect(answer.text()).rejects.toThrow();
  });

  it('fails where a server changes the protocol instead of answering', async () => {
    const url = await start((request) => {
      request.socket.end('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n');
    });

    await expect(publicFetch(url)).rejects.toThrow(/without an answer/);
  });

  it('fails where what was zipped is broken', async () => {
    const url = await start((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('x'.repeat(1000)).subarray(0, 20));
    });
    const answer = await publicFetch(url);

    await expect(answer.text()).rejects.toThrow();
  });

  it.each([204, 304])('has no body to read at %d', async (status) => {
    const url = await start((_, response) => response.writeHead(status, { etag: '"a"' }).end());
    const answer = await publicFetch(url);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBe('"a"');
    expect(await answer.text()).toBe('');
  });

  it('does not follow a redirect', async () => {
    const url = await start((_, response) => response.writeHead(302, { location: '/b' }).end());

    expect(await publicFetch(url)).toMatchObject({ status: 302 });
  });

  /** A server that closes a connection when it is used a second time, as one does that was idle for long. */
  function forgetful(): { listener: RequestListener; asked: () => number } {
    const used = new Set<Socket>();
    let asked = 0;
    return {
      asked: () => asked,
      listener(request, response) {
        asked += 1;
        if (used.has(request.socket)) return request.socket.destroy();
        used.add(request.socket);
        request.resume();
        return response.end('here');
      },
    };
  }

  it('asks again where a connection that was kept turns out to be closed', async () => {
    const { listener, asked } = forgetful();
    const url = await start(listener);
    const texts: string[] = [];
    for (let n = 0; n < 2; n += 1) texts.push(await (await publicFetch(url)).text());

    expect(texts).toEqual(['here', 'here']);
    expect(asked()).toBe(3);
  });

  it('does not post again: the first may have been heard', async () => {
    const { listener, asked } = forgetful();
    const url = await start(listener);
    await (await publicFetch(url)).text();

    await expect(publicFetch(url, { method: 'POST', body: '{}' })).rejects.toThrow(/hang up/);
    expect(asked()).toBe(2);
  });

  it.each(['http://10.0.0.1/', 'http://1.1.1.1/', 'https://127.0.0.1/', 'https://[::1]/'])(
    'goes to no address that is not allowed: %s',
    async (url) => {
      await expect(publicFetch(url)).rejects.toThrow(SourceError);
    },
  );
});
