import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { relative } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Hono } from 'hono';
import { toApiEvent } from './api-event.ts';
import type { Outbox, SlackPost } from './outbox.ts';
import { outboxPage } from './outbox-page.ts';

type ApiHandler = (event: APIGatewayProxyEventV2) => Promise<unknown>;

/** What the server shows; filled in once the functions are there, for their address is needed first. */
export type Served = {
  api: ApiHandler | undefined;
  outbox: Outbox | undefined;
  nowMs: () => number;
};

export type HttpServer = { readonly address: string; stop(): Promise<void> };

/** A page elsewhere may point its own name at this address; its requests then carry that name. */
const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

const STARTING =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Turfwatch</title><p>Turfwatch is starting …';

/**
 * The one address of the embedded monitor, on loopback: the page, the API behind real gateway
 * events, the outbox, and the webhook that stands for Slack.
 *
 * @param port 0 for any free one
 * @throws {Error} if the port is in use
 */
export async function startHttp(
  port: number,
  pageDir: string,
  served: Served,
): Promise<HttpServer> {
  await mkdir(pageDir, { recursive: true });
  const app = new Hono();
  app.use('*', async (c, next) =>
    LOOPBACK.test(c.req.header('host') ?? '')
      ? next()
      : c.json({ title: 'this server answers on loopback only', status: 403 }, 403),
  );
  app.all('/v1/*', async (c) => {
    if (served.api === undefined) return c.json({ title: 'starting', status: 503 }, 503);
    const answer = await served.api(await toApiEvent(c.req.raw, served.nowMs()));
    return toResponse(answer as APIGatewayProxyStructuredResultV2);
  });
  app.post('/slack-webhook', async (c) => {
    if (served.outbox === undefined) return c.text('starting', 503);
    await served.outbox.takeSlack((await c.req.json()) as SlackPost);
    return c.text('ok');
  });
  app.get('/outbox', async (c) =>
    served.outbox === undefined ? c.html(STARTING) : c.html(await outboxPage(served.outbox)),
  );
  app.get('/', async (c, next) =>
    existsSync(`${pageDir}/index.html`) ? next() : c.html(STARTING),
  );
  app.use('*', serveStatic({ root: relative(process.cwd(), pageDir) || '.' }));
  return listen(app, port);
}

function listen(app: Hono, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
    server.once('error', (error: NodeJS.ErrnoException) => reject(tellPort(error, port)));
    server.once('listening', () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({ address: `http://127.0.0.1:${taken}`, stop: () => close(server) });
    });
  });
}

function tellPort(cause: NodeJS.ErrnoException, port: number): Error {
  if (cause.code !== 'EADDRINUSE') return cause;
  return new Error(`port ${port} is in use; give another with --port, or 0 for any free one`, {
    cause,
  });
}

function close(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close(() => resolve());
  });
}

function toResponse(answer: APIGatewayProxyStructuredResultV2): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers ?? {}))
    headers.set(name, String(value));
  const body = answer.isBase64Encoded ? Buffer.from(answer.body ?? '', 'base64') : answer.body;
  const status = answer.statusCode ?? 200;
  return new Response(status === 204 || status === 304 ? null : body, { status, headers });
}
