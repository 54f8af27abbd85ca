import { SourceError } from '../../model/errors.ts';
import { memoryLedger } from '../memory/ledger.ts';
import { type HeldAllowance, requestsLeft } from './allowance.ts';
import { closeAllowance } from './close-allowance.ts';
import type { NetAnswer, NetClient, NetOptions, NetRequest } from './net-options.ts';
import { noteHeaders } from './note-allowance.ts';
import { retryAt } from './retry-at.ts';
import { sendRequest } from './send-request.ts';
import { serverBreaker } from './server-breaker.ts';
import { serverOrigin } from './server-origin.ts';
import { sharedView } from './shared-view.ts';
import { takeRequest } from './take-request.ts';

export type { NetAnswer, NetClient, NetOptions } from './net-options.ts';

/** Beside its time-out, what a probe may take. */
const PROBE_SLACK_MS = 5_000;

/**
 * @param server host or host:port
 * @throws {InputError} if `server` is neither
 */
export function netClient(server: string, options: NetOptions): NetClient {
  const origin = serverOrigin(server, options.scheme ?? 'https');
  const { host } = new URL(origin);
  const view = sharedView(options.ledger ?? memoryLedger(), options.credential);
  const breaker = serverBreaker(host, view, {
    probeMs: (options.timeoutMs ?? 10_000) + PROBE_SLACK_MS,
    random: options.random ?? (() => 1 / 2),
  });
  const allowances = new Map<string, HeldAllowance>();
  const timeOf = (nowMs: number) => options.clock?.() ?? nowMs;

  function allowanceOf(name = 'requests'): HeldAllowance {
    const held = allowances.get(name) ?? heldAllowance(host, name);
    allowances.set(name, held);
    return held;
  }

  function heldAllowance(of: string, name: string): HeldAllowance {
    const grant = options.allowances?.[name];
    const lease = { requests: 0, endsMs: 0 };
    return { host: of, name, view, grant, lease, said: undefined, closedUntilMs: 0 };
  }

  /** Sends what was let through, and notes for all what came of it. */
  async function send(url: URL, held: HeldAllowance, nowMs: number, request: NetRequest) {
    const atEntry = await breaker.enter(nowMs);
    const answer = await sendRequest(url, options, request).catch(async (error) => {
      if (error instanceof SourceError && error.retryable)
        await breaker.failed(atEntry, timeOf(nowMs));
      throw error;
    });
    const atMs = timeOf(nowMs);
    const refusal = refusalOf(host, answer, atMs);
    if (answer.status >= 500) await breaker.failed(atEntry, atMs, refusal?.retryAtMs);
    else await breaker.answered();
    if (answer.status === 429) await closeAllowance(held, retryAt(answer.headers, atMs), atMs);
    else await noteHeaders(held, answer.headers, atMs);
    if (refusal !== undefined) throw refusal;
    return answer;
  }

  return {
    host,

    async ask(path, nowMs, request = {}) {
      const held = allowanceOf(request.allowance);
      const askedMs = timeOf(nowMs);
      breaker.check(askedMs);
      await takeRequest(held, askedMs);
      return send(new URL(path, origin), held, askedMs, request);
    },

    async remaining(nowMs, allowance) {
      return requestsLeft(allowanceOf(allowance), timeOf(nowMs));
    },
  };
}

function refusalOf(host: string, answer: NetAnswer, nowMs: number): SourceError | undefined {
  if (answer.status !== 429 && answer.status < 500) return undefined;
  const limited = answer.status === 429 || answer.headers.has('retry-after');
  return new SourceError(
    answer.status === 429
      ? `${host}: the rate limit is spent`
      : `${host} failed with status ${answer.status}`,
    { retryable: true, ...(limited && { retryAtMs: retryAt(answer.headers, nowMs) }) },
  );
}
