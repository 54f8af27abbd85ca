import { InputError } from '../../model/errors.ts';
import { type NetAnswer, type NetOptions, netClient } from '../net/net-client.ts';

export type ApiOptions = Pick<
  NetOptions,
  'scheme' | 'timeoutMs' | 'fetch' | 'ledger' | 'random' | 'clock'
> & {
  /** Access token of the server, for one that asks for a login. @default anonymous */
  readonly token?: string;
};

export type ApiAnswer = NetAnswer;

/** One server's API: only GET, one origin, within the server's rate limit. */
export type ApiClient = {
  readonly host: string;
  readonly hasToken: boolean;
  /** @throws {SourceError} retryable if there is no answer now */
  get(path: string, nowMs: number): Promise<ApiAnswer>;
  /** Requests left; infinite where the server never said. */
  remaining(nowMs: number): Promise<number>;
};

/** What every Mastodon server grants unless its owner changed it. */
const USUAL = { requests: { requests: 300, windowMs: 300_000 } };

/** @throws {InputError} if `server` is not a host or host:port */
export function apiClient(server: string, { token, ...options }: ApiOptions = {}): ApiClient {
  const net = netClient(server, {
    ...options,
    credential: `mastodon:${server.toLowerCase()}`,
    allowances: USUAL,
    headers: headersWith(token),
  });
  return {
    host: net.host,
    hasToken: token !== undefined,
    get: (path, nowMs) => net.ask(path, nowMs),
    remaining: (nowMs) => net.remaining(nowMs),
  };
}

function headersWith(token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new InputError('mastodon token requires printable characters without spaces');
  return { authorization: `Bearer ${token}` };
}
