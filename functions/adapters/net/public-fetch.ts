import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { checkedLookup, requireAllowed } from './checked-lookup.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** Statuses that never have a body. */
const BODILESS = new Set([204, 205, 304]);

/** Their connections were all checked when they were made. */
const agents = {
  'https:': new HttpsAgent({ keepAlive: true, lookup: checkedLookup(isPublicAddress) }),
  'http:': new HttpAgent({ keepAlive: true, lookup: checkedLookup(isLoopbackAddress) }),
};

/**
 * Fetches over https from public addresses only, and over http from this machine only. Node's own
 * `fetch` cannot be told where it may connect to. It follows no redirects.
 *
 * @throws {SourceError} if the host is, or resolves to, an address that is not allowed
 */
export async function publicFetch(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  requireAllowed(url.hostname, url.protocol === 'https:' ? isPublicAddress : isLoopbackAddress);
  try {
    return responseOf(await exchange(url, init));
  } catch (error) {
    if (error instanceof StaleConnection) return responseOf(await exchange(url, init));
    throw error;
  }
}

/** The server had closed a connection that was kept open: it never saw the request. */
class StaleConnection extends Error {
  override name = 'StaleConnection';
}

function exchange(url: URL, init: RequestInit): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const isSecure = url.protocol === 'https:';
  const method = init.method ?? 'GET';
  const request = (isSecure ? httpsRequest : httpRequest)(url, {
    method,
    agent: isSecure ? agents['https:'] : agents['http:'],
    headers: { 'accept-encoding': 'gzip', ...Object.fromEntries(new Headers(init.headers)) },
    ...(init.signal && { signal: init.signal }),
  });
  request.once('response', resolve);
  request.once('error', (cause: NodeJS.ErrnoException) => {
    const isStale = request.reusedSocket && cause.code === 'ECONNRESET' && method === 'GET';
    reject(isStale ? new StaleConnection('connection was closed', { cause }) : cause);
  });
  // A server that changes the protocol (101) gives neither an answer nor an error.
  request.once('close', () => reject(new Error('connection was closed without an answer')));
  request.end(typeof init.body === 'string' ? init.body : undefined);
  return promise;
}

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const { statusCode = 0 } = message;
  if (BODILESS.has(statusCode)) {
    message.resume();
    return new Response(null, { status: statusCode, headers });
  }
  const isZipped = /^\s*(x-)?gzip\s*$/i.test(headers.get('content-encoding') ?? '');
  const body = isZipped ? pipeline(message, createGunzip(), () => {}) : message;
  return new Response(Readable.toWeb(body) as ReadableStream, { status: statusCode, headers });
}
