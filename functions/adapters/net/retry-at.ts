const UNSAID_MS = 60_000;

/**
 * When a server that refused for now may be asked again, epoch milliseconds: `Retry-After`
 * (seconds or a date), else `X-RateLimit-Reset`, else in a minute.
 */
export function retryAt(headers: Headers, nowMs: number): number {
  const after = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(after)) return nowMs + Number(after) * 1_000;
  const named = [after, headers.get('x-ratelimit-reset') ?? ''].map((date) => Date.parse(date));
  return named.find((dateMs) => dateMs > nowMs) ?? nowMs + UNSAID_MS;
}
