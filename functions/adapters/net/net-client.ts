import { SourceError } from '../../model/errors.ts';
import { fetchAtOrigin } from './fetch-at-origin.ts';
import type { NetAnswer, NetClient, NetOptions, NetRequest } from './net-options.ts';
import { type RateBudget, rateBudget } from './rate-budget.ts';
import { readBody } from './read-body.ts';
import { retryAt } from './retry-at.ts';
import { serverOrigin } from './server-origin.ts';

export type { NetAnswer, NetClient, NetOptions, NetRequest } from './net-options.ts';

/** The last requests of a period are left to whoever else asks from this address. */
const RESERVE = 5;

/**
 * @param server host or host:port
 * @throws {InputError} if `server` is neither
 */
export function netClient(server: string, options: NetOptions): NetClient {
  const origin = serverOrigin(server, options.scheme ?? 'https');
  const { host } = new URL(origin);
  const budgets = new Map<string, RateBudget>();
  const timeoutMs = options.timeoutMs ?? 10_000;
  const fetcher = options.fetch ?? fetch;

  function budgetOf(allowance = 'requests'): RateBudget {
    const budget = budgets.get(allowance) ?? rateBudget();
    budgets.set(allowance, budget);
    return budget;
  }

  async function send(url: URL, request: NetRequest): Promise<NetAnswer> {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const init = { ...initOf(options, request), signal };
      const response = await fetchAtOrigin(fetcher, url, init);
      const body = await readBody(response, host, options.mostBytes);
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      throw error instanceof SourceError ? error : unanswered(host, timeoutMs, error);
    }
  }

  return {
    host,
    async remaining(nowMs, allowance) {
      return budgetOf(allowance).remaining(nowMs);
    },
    async ask(path, nowMs, request = {}) {
      const budget = budgetOf(request.allowance);
      if (budget.remaining(nowMs) <= RESERVE) throw nearlySpent(host, budget, nowMs);
      const answer = await send(new URL(path, origin), request);
      budget.note(answer.headers);
      if (answer.status === 429 || answer.status >= 500) throw refusedForNow(host, answer, nowMs);
      return answer;
    },
  };
}

function initOf(options: NetOptions, request: NetRequest): RequestInit {
  const body = request.json === undefined ? {} : { body: JSON.stringify(request.json) };
  return {
    method: request.method ?? 'GET',
    headers: {
      accept: 'application/json',
      'user-agent': 'turfwatch/0.1',
      ...(request.json !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
      ...request.headers,
    },
    ...body,
  };
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

function refusedForNow(host: string, answer: NetAnswer, nowMs: number): SourceError {
  const limited = answer.status === 429 || answer.headers.has('retry-after');
  return new SourceError(
    answer.status === 429
      ? `${host}: the rate limit is spent`
      : `${host} failed with status ${answer.status}`,
    { retryable: true, ...(limited && { retryAtMs: retryAt(answer.headers, nowMs) }) },
  );
}
