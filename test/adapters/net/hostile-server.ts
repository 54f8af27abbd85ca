import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LimitedBy, requestCounter, type WindowCount } from './request-counter.ts';

export type HostileRequest = {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Which request of its life the server answers, from 0. */
  readonly number: number;
};

/** What it does with a request. */
export type Trick =
  | {
      readonly kind: 'answer';
      readonly status?: number;
      /** Sent as JSON, a string as it stands. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the request and says nothing. */
  | { readonly kind: 'silence' }
  /** Says that `body` follows, sends half of it, and closes the socket. With `stall` it does not close. */
  | { readonly kind: 'half'; readonly body: unknown; readonly stall?: boolean }
  /** So many bytes of blanks in brackets: JSON, if anybody read to its end. */
  | { readonly kind: 'huge'; readonly bytes?: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Closes the socket without a word. */
  | { readonly kind: 'hangup' };

export type HostileScript = {
  /** @default an empty list, always */
  readonly answer?: Trick | ((request: HostileRequest) => Trick);
  /** Enforces it with 429, and tells it in the headers of every answer. */
  readonly limit?: LimitedBy;
  /** @default Date.now */
  readonly clock?: () => number;
  /** So far its clock is ahead. @default 0 */
  readonly skewMs?: number;
};

export type HostileServer = {
  /** host:port on loopback */
  readonly host: string;
  /** Every request, in the order they came. */
  readonly asked: readonly HostileRequest[];
  /** What it counted itself, refused ones too, a row for each credential and window. */
  counted(): readonly WindowCount[];
  /** Requests that it answered with 429 because they were too many. */
  refused(): number;
  close(): Promise<void>;
};

const MEBIBYTE = ' '.repeat(1024 * 1024);

/**
 * A server that fails on demand, as no real one will, and counts what it is asked.
 *
 * @example startHostileServer({ answer: { kind: 'huge' } })
 * @example startHostileServer({ answer: ({ number }) => (number === 0 ? { kind: 'silence' } : { kind: 'answer', body: [] }) })
 */
export async function startHostileServer(script: HostileScript = {}): Promise<HostileServer> {
  const clock = script.clock ?? Date.now;
  const serverMs = () => clock() + (script.skewMs ?? 0);
  const counter = requestCounter(script.limit);
  const asked: HostileRequest[] = [];

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    // Counted before the body is read: a server counts what reaches it.
    const nowMs = serverMs();
    const { headers, fits } = counter.count(incoming, nowMs);
    const number = asked.length;
    const request = { ...heard(incoming), number, body: '' };
    asked.push(request);
    Object.assign(request, { body: await textOf(incoming) });

    response.sendDate = false;
    response.setHeader('date', new Date(nowMs).toUTCString());
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!fits) return send(response, { status: 429, body: { error: 'too many requests' } });
    const trick = typeof script.answer === 'function' ? script.answer(request) : script.answer;
    play(response, trick ?? { kind: 'answer', body: [] });
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error) => response.destroy(error));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    asked,
    counted: counter.counted,
    refused: counter.refused,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function heard(incoming: IncomingMessage) {
  const path = incoming.url ?? '/';
  return {
    method: incoming.method ?? 'GET',
    path,
    url: new URL(path, 'http://hostile.invalid'),
    headers: incoming.headers,
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming) text += chunk;
  return text;
}

function play(response: ServerResponse, trick: Trick): void {
  if (trick.kind === 'answer') send(response, trick);
  else if (trick.kind === 'half')
    sendHalf(response, JSON.stringify(trick.body), trick.stall === true);
  else if (trick.kind === 'huge') sendHuge(response, trick.bytes ?? 50 * 1024 * 1024);
  else if (trick.kind === 'redirect')
    response.writeHead(trick.status ?? 302, { location: trick.to }).end();
  else if (trick.kind === 'hangup') response.destroy();
}

type Said = {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

function send(response: ServerResponse, { status = 200, body = '', headers = {} }: Said): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

function sendHalf(response: ServerResponse, text: string, stall: boolean): void {
  const whole = Buffer.from(text);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': String(whole.length),
  });
  response.write(whole.subarray(0, whole.length / 2), () => {
    if (!stall) response.destroy();
  });
}

function sendHuge(response: ServerResponse, bytes: number): void {
  let left = Math.max(0, bytes - 2);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('[');
  const more = () => {
    while (left > 0 && !response.destroyed) {
      const chunk = MEBIBYTE.slice(0, left);
      left -= chunk.length;
      if (!response.write(chunk)) return;
    }
    if (left === 0) response.end(']');
  };
  response.on('drain', more);
  more();
}
