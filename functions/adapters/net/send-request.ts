import { SourceError } from '../../model/errors.ts';
import { fetchAtOrigin } from './fetch-at-origin.ts';
import type { NetAnswer, NetOptions, NetRequest } from './net-options.ts';
import { publicFetch } from './public-fetch.ts';
import { readBody } from './read-body.ts';

/**
 * Sends one request and reads its whole answer, in time and within its size.
 *
 * @throws {SourceError}
 */
export async function sendRequest(
  url: URL,
  options: NetOptions,
  request: NetRequest,
): Promise<NetAnswer> {
  const { timeoutMs = 10_000, fetch: fetcher = publicFetch } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const init = { ...initOf(options, request), signal };
    const response = await fetchAtOrigin(fetcher, url, init);
    const body = await readBody(response, url.host, options.mostBytes);
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const fault = signal.aborted ? `did not answer in ${timeoutMs} ms` : 'cannot be reached';
    throw new SourceError(`${url.host} ${fault}`, { cause: error, retryable: true });
  }
}

function initOf(options: NetOptions, request: NetRequest): RequestInit {
  const hasBody = request.json !== undefined;
  return {
    method: request.method ?? 'GET',
    headers: {
      accept: 'application/json',
      'user-agent': 'turfwatch/0.1',
      ...(hasBody && { 'content-type': 'application/json' }),
      ...options.headers,
      ...request.headers,
    },
    ...(hasBody && { body: JSON.stringify(request.json) }),
  };
}
