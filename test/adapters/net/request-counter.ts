import type { IncomingMessage } from 'node:http';
import { type RateStyle, rateHeaders } from './rate-headers.ts';

export type LimitedBy = {
  readonly requests: number;
  readonly windowMs: number;
  readonly style: RateStyle;
  /** Windows begin with a first request instead of following one another. @default false */
  readonly fromFirst?: boolean;
  /** Whose allowance a request uses up. @default the `authorization` that it brings, else `anonymous` */
  readonly per?: (request: IncomingMessage) => string;
};

export type WindowCount = {
  readonly credential: string;
  /** By the server's clock. */
  readonly startMs: number;
  readonly requests: number;
};

type Counted = { readonly headers: Record<string, string>; readonly fits: boolean };

/** The server's own count, which judges everybody else's. */
export function requestCounter(limit: LimitedBy | undefined) {
  const counts: { credential: string; startMs: number; requests: number }[] = [];
  let refused = 0;

  function windowOf(credential: string, nowMs: number, { windowMs, fromFirst }: LimitedBy) {
    const last = counts.findLast((count) => count.credential === credential);
    if (last !== undefined && nowMs < last.startMs + windowMs) return last;
    const startMs = fromFirst === true ? nowMs : Math.floor(nowMs / windowMs) * windowMs;
    const next = { credential, startMs, requests: 0 };
    counts.push(next);
    return next;
  }

  return {
    count(request: IncomingMessage, nowMs: number): Counted {
      if (limit === undefined) return { headers: {}, fits: true };
      const credential =
        limit.per?.(request) ?? String(request.headers.authorization ?? 'anonymous');
      const window = windowOf(credential, nowMs, limit);
      window.requests += 1;
      const fits = window.requests <= limit.requests;
      if (!fits) refused += 1;
      const headers = rateHeaders(limit.style, {
        limit: limit.requests,
        remaining: Math.max(0, limit.requests - window.requests),
        windowMs: limit.windowMs,
        resetMs: window.startMs + limit.windowMs,
        nowMs,
      });
      return { headers, fits };
    },
    counted: (): readonly WindowCount[] => counts,
    refused: () => refused,
  };
}
