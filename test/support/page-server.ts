import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { apiEvent, NOW_MS, type openApi } from './api-harness.ts';
import { signInServer } from './sign-in.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** What CloudFront sends with the page: what breaks under it breaks here. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The built page and the API behind one loopback address; `broken` makes every API answer a 500. */
export async function openPageServer(folder: string, api: ReturnType<typeof openApi>) {
  const state = { broken: false, signIn: false, bearers: new Set<string>() };
  const answerSignIn = signInServer();
  const server = createServer((request, response) => {
    answerOf(request.url ?? '')(request, response).catch(() => response.writeHead(404).end());
  });

  function answerOf(path: string) {
    if (path.startsWith('/v1/')) return answerApi;
    if (path.startsWith('/oauth2/')) return answerSignIn;
    return path === '/config.json' && state.signIn ? answerConfig : answerFile;
  }

  async function answerConfig(request: IncomingMessage, response: ServerResponse) {
    const signIn = { url: `http://${request.headers.host}`, clientId: 'page' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ api: '', signIn }));
  }

  async function answerApi(request: IncomingMessage, response: ServerResponse) {
    if (state.broken) return void response.writeHead(500).end('{}');
    state.bearers.add(request.headers.authorization ?? 'none');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const body = chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8');
    const event = apiEvent(request.method ?? 'GET', request.url ?? '/', {
      body,
      headers,
      atMs: NOW_MS,
    });
    const result = await api.handler(event);
    response.writeHead(result.statusCode, result.headers as Record<string, string>);
    response.end(result.body);
  }

  async function answerFile(request: IncomingMessage, response: ServerResponse) {
    const asked = new URL(request.url ?? '', 'http://localhost').pathname;
    const path = asked === '/' ? '/index.html' : asked;
    const bytes = await readFile(join(folder, path));
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    });
    response.end(bytes);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
