import { InputError, SourceError } from '../../model/errors.ts';
import { fetchAtOrigin } from './fetch-at-origin.ts';
import { type RateBudget, rateBudget } from './rate-budget.ts';
import { readBody } from './read-body.ts';
import { retryAt } from './retry-at.ts';
import { serverOrigin } from './server-origin.ts';

export type ApiOptions = {
  /** Access token of the server, for one that asks for a login. @default anonymous */
  readonly token?: string;
  /** `http` only on loopback. @default 'https' */
  readonly scheme?: 'https' | 'http';
  /** @default 10 000 */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
};

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
};

/** One server's API: only GET, one origin, within the server's rate limit. */
export type ApiClient = {
  readonly host: string;
  readonly hasToken: boolean;
  readonly budget: RateBudget;
  /**
   * Any answer but 429 and 5xx.
   *
   * @throws {SourceError} retryable if there is no answer now, with `retryAtMs` where the rate limit is nearly spent
   */
  get(path: string, nowMs: number): Promise<ApiAnswer>;
};

/** The last requests of a period are left to whoever else asks from this address. */
const RESERVE = 5;

/** @throws {InputError} if `server` is not a host or host:port */
export function apiClient(server: string, options: ApiOptions = {}): ApiClient {
  const origin = serverOrigin(server, options.scheme ?? 'https');
  const { host } = new URL(origin);
  const budget = rateBudget();
  const timeoutMs = options.timeoutMs ?? 10_000;
  const fetcher = options.fetch ?? fetch;
  const headers = headersWith(options.token);

  async function ask(url: URL): Promise<ApiAnswer> {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetchAtOrigin(fetcher, url, { headers, signal });
      const body = await readBody(response, host);
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      throw error instanceof SourceError ? error : unanswered(host, timeoutMs, error);
    }
  }

  return {
    host,
    hasToken: options.token !== undefined,
    budget,
    async get(path, nowMs) {
      if (budget.remaining(nowMs) <= RESERVE) throw nearlySpent(host, budget, nowMs);
      const answer = await ask(new URL(path, origin));
      budget.note(answer.headers);
      if (answer.status === 429 || answer.status >= 500) throw refusedForNow(host, answer, nowMs);
      return answer;
    },
  };
}

function headersWith(token: string | undefined): Record<string, string> {
  const headers = { accept: 'application/json', 'user-agent': 'turfwatch/0.1' };
  if (token === undefined) return headers;
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new InputError('mastodon token requires printable characters without spaces');
  return { ...headers, authorization: `Bearer ${token}` };
}

function unanswered(host: string, timeoutMs: number, cause: unknown): SourceError {
  const late = cause instanceof Error && cause.name === 'TimeoutError';
  const message = late ? `${host} did not answer in ${timeoutMs} ms` : `${host} cannot be reached`;
  return new SourceError(message, { cause, retryable: true });
}

function nearlySpent(host: string, budget: RateBudget, nowMs: number): SourceError {
  const retryAtMs = budget.resetMs(nowMs);
  return new SourceError(`${host}: the rate limit is nearly spent`, {
    retryable: true,
    ...(retryAtMs !== undefined && { retryAtMs }),
  });
}

function refusedForNow(host: string, answer: ApiAnswer, nowMs: number): SourceError {
  const limited = answer.status === 429 || answer.headers.has('retry-after');
  return new SourceError(
    answer.status === 429
      ? `${host}: the rate limit is spent`
      : `${host} failed with status ${answer.status}`,
    { retryable: true, ...(limited && { retryAtMs: retryAt(answer.headers, nowMs) }) },
  );
}
