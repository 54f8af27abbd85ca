import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { countsAnswer, lookupAnswer, searchAnswer, trendsAnswer } from './fake-x-answers.ts';
import { type Bill, billOf } from './fake-x-bill.ts';
import { type FakePost, Refused } from './fake-x-rules.ts';

export type FakeXOptions = {
  /** Epoch milliseconds at which its clock stands. */
  readonly startMs: number;
  /** Which of the names of 2026 it answers with and takes for parameters. @default 'post' */
  readonly naming?: 'post' | 'tweet';
  /** Lists as trends the hashtags of its posts, and a phrase. @default true */
  readonly trends?: boolean;
  /** Buckets a page of counts holds at most. @default a day of minutes */
  readonly bucketsAPage?: number;
};

export type FakeX = {
  /** host:port on loopback */
  readonly host: string;
  readonly posts: Map<string, FakePost>;
  /** Paths and queries, in order. */
  readonly asked: string[];
  /** What X would charge, by its own rules: a post and an account once a UTC day. */
  readonly bill: Bill;
  readonly options: Required<FakeXOptions>;
  nowMs(): number;
  advance(ms: number): void;
  /** @returns its id */
  post(text: string, authorId?: string): string;
  close(): Promise<void>;
};

export const FAKE_TOKEN = 'fake-token';
export const FAKE_ACCOUNT_MS = Date.parse('2019-03-02T14:21:07.000Z');

/** X's API v2, as far as we ask it: its rules for parameters, its pages, its partial buckets, its bill. */
export async function startFakeX(given: FakeXOptions): Promise<FakeX> {
  const options = { naming: 'post', trends: true, bucketsAPage: 1440, ...given } as const;
  let nowMs = options.startMs;
  let made = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x.invalid');
    fake.asked.push(url.pathname + url.search);
    try {
      if (request.headers.authorization !== `Bearer ${FAKE_TOKEN}`)
        throw new Refused(401, 'Unauthorized', 'Unauthorized');
      send(response, 200, answerOf(url, fake), nowMs);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      send(response, error.status, error.problem, nowMs);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fake: FakeX = {
    host: `127.0.0.1:${port}`,
    posts: new Map(),
    asked: [],
    bill: billOf(),
    options,
    nowMs: () => nowMs,
    advance(ms) {
      nowMs += ms;
    },
    post(text, authorId = '2244994945') {
      const id = String(((BigInt(nowMs) - 1288834974657n) << 22n) + BigInt(made));
      made += 1;
      fake.posts.set(id, { id, text, authorId, createdMs: nowMs, standing: true });
      return id;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}

function answerOf(url: URL, fake: FakeX): unknown {
  if (url.pathname === '/2/tweets/counts/recent') return countsAnswer(url, fake);
  if (url.pathname === '/2/tweets/search/recent') return searchAnswer(url, fake);
  if (url.pathname === '/2/tweets') return lookupAnswer(url, fake);
  if (url.pathname.startsWith('/2/trends/by/woeid/')) return trendsAnswer(url, fake);
  throw new Refused(404, 'Not Found', 'Not Found');
}

function send(response: ServerResponse, status: number, body: unknown, nowMs: number): void {
  response.sendDate = false;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    date: new Date(nowMs).toUTCString(),
  });
  response.end(JSON.stringify(body));
}
