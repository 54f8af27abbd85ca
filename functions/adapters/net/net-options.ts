import type { Ledger } from '../../ports/ledger.ts';

export type NetAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
};

export type NetRequest = {
  /** @default 'GET' */
  readonly method?: 'GET' | 'POST';
  /** Beside those of the options. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Body of a POST. */
  readonly json?: unknown;
  /** Which allowance of the credential it is counted against, such as `counts`. @default 'requests' */
  readonly allowance?: string;
};

/** So many requests in so many milliseconds. */
export type Grant = { readonly requests: number; readonly windowMs: number };

export type NetOptions = {
  /** Name of the shared budget, no secret in it: `mastodon:one.example`, `x:app`. */
  readonly credential: string;
  /** What the network grants where its headers have not said yet. @default nothing is known: no limit until they do */
  readonly allowances?: Readonly<Record<string, Grant>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default in memory, for this client alone */
  readonly ledger?: Ledger;
  /** For head and body together. @default 10 000 */
  readonly timeoutMs?: number;
  /** @default 8 MiB */
  readonly mostBytes?: number;
  /** `http` only on loopback. @default 'https' */
  readonly scheme?: 'https' | 'http';
  /** @default one that refuses addresses which are not public */
  readonly fetch?: typeof fetch;
  /** In [0, 1), for the jitter of back-off. @default 1/2 */
  readonly random?: () => number;
  /** The time now: a poll may last longer than its `nowMs` says. @default the `nowMs` of each request */
  readonly clock?: () => number;
};

/** One server's API: one origin, within what the network grants, left alone while it fails. */
export type NetClient = {
  readonly host: string;

  /**
   * Any answer but 429 and 5xx.
   *
   * @throws {SourceError} retryable if there is no answer now, with `retryAtMs` where known
   */
  ask(path: string, nowMs: number, request?: NetRequest): Promise<NetAnswer>;

  /** Requests left of an allowance; infinite where nobody said. */
  remaining(nowMs: number, allowance?: string): Promise<number>;
};
