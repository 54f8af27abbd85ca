import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toApiEvent } from '../../local/api-event.ts';
import { type Served, startHttp } from '../../local/http.ts';
import { openOutbox } from '../../local/outbox.ts';
import { aFolder } from '../support/a-folder.ts';

const NOW = Date.UTC(2026, 2, 3, 9);

async function open(some: Partial<Served> = {}) {
  const pageDir = join(await aFolder(), 'page');
  const served: Served = { api: undefined, outbox: undefined, nowMs: () => NOW, ...some };
  const http = await startHttp(0, pageDir, served);
  onTestFinished(() => http.stop());
  return { http, pageDir, served };
}

describe('a request as API Gateway hands it on', () => {
  it('keeps method, path, query, headers and body, at the time of the runtime', async () => {
    const request = new Request('http://127.0.0.1:80/v1/bursts/replay%3Aa%2F1?q=a%20b&limit=2', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'test' },
      body: '{"a":"سیلاب"}',
    });
    expect(await toApiEvent(request, NOW)).toMatchObject({
      version: '2.0',
      rawPath: '/v1/bursts/replay%3Aa%2F1',
      rawQueryString: 'q=a%20b&limit=2',
      headers: { 'content-type': 'application/json' },
      requestContext: {
        http: { method: 'POST', path: '/v1/bursts/replay%3Aa%2F1', userAgent: 'test' },
        timeEpoch: NOW,
      },
      body: '{"a":"سیلاب"}',
      isBase64Encoded: false,
    });
  });

  it.each(['GET', 'HEAD'])('has no body for %s', async (method) => {
    expect(await toApiEvent(new Request('http://h/v1/x', { method }), NOW)).not.toHaveProperty(
      'body',
    );
  });
});

describe('the address of the embedded monitor', () => {
  it('says that it starts until the functions are there', async () => {
    const { http } = await open();
    expect((await fetch(`${http.address}/v1/bursts`)).status).toBe(503);
    expect((await fetch(`${http.address}/slack-webhook`, { method: 'POST' })).status).toBe(503);
    for (const path of ['/', '/outbox'])
      expect(await (await fetch(`${http.address}${path}`)).text()).toContain('is starting');
  });

  it('hands API requests to the function and its answer back', async () => {
    const seen: APIGatewayProxyEventV2[] = [];
    const answers = [
      { statusCode: 200, headers: { etag: '"1"' }, body: '{"a":1}', isBase64Encoded: false },
      { statusCode: 304, headers: {}, body: '', isBase64Encoded: false },
      {
        statusCode: 404,
        body: Buffer.from('nothing').toString('base64'),
        isBase64Encoded: true,
      },
    ];
    const api = async (event: APIGatewayProxyEventV2) => {
      seen.push(event);
      return answers[seen.length - 1];
    };
    const { http } = await open({ api });
    const get = () => fetch(`${http.address}/v1/bursts?q=x`);

    const found = await get();
    expect([found.status, found.headers.get('etag'), await found.json()]).toEqual([
      200,
      '"1"',
      { a: 1 },
    ]);
    expect((await get()).status).toBe(304);
    const missing = await get();
    expect([missing.status, await missing.text()]).toEqual([404, 'nothing']);
    expect(seen[0]).toMatchObject({ rawPath: '/v1/bursts', rawQueryString: 'q=x' });
  });

  it('stands for Slack, and shows what it took', async () => {
    const outbox = await openOutbox(await aFolder(), () => undefined);
    const { http } = await open({ outbox });
    const blocks = [{ type: 'header', block_id: 'x', text: { type: 'plain_text', text: 'Hello' } }];
    const took = await fetch(`${http.address}/slack-webhook`, {
      method: 'POST',
      body: JSON.stringify({ text: 'Hello', blocks }),
    });

    expect(took.status).toBe(200);
    expect(await (await fetch(`${http.address}/outbox`)).text()).toContain('>Hello<');
  });

  it('serves the page, and nothing beside it', async () => {
    const { http, pageDir } = await open();
    await mkdir(pageDir, { recursive: true });
    await writeFile(join(pageDir, 'index.html'), '<p>page');
    await writeFile(join(pageDir, '..', 'key'), 'hush');

    expect(await (await fetch(http.address)).text()).toBe('<p>page');
    for (const path of ['/../key', '/..%2Fkey', '/%2e%2e/key'])
      expect(await (await fetch(`${http.address}${path}`)).text()).not.toContain('hush');
  });

  it('listens on loopback alone', async () => {
    const { http } = await open();
    expect(http.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says which port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const served: Served = { api: undefined, outbox: undefined, nowMs: () => NOW };

    await expect(startHttp(port, await aFolder(), served)).rejects.toThrow(
      `port ${port} is in use; give another with --port`,
    );
  });
});
