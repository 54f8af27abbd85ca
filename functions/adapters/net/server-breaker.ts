import { SourceError } from '../../model/errors.ts';
import type { Breaker } from '../../ports/ledger.ts';
import { afterFailure, isOpen } from './back-off.ts';
import type { SharedView } from './shared-view.ts';

/** Leaves a failing server alone, for longer with each failure, together with all that ask it. */
export type ServerBreaker = {
  /** @throws {SourceError} while the server is left alone, by what is known without asking */
  check(nowMs: number): void;
  /**
   * Lets a request through; where the server failed many times in a row, one at a time.
   *
   * @returns what was known of failures as it was sent
   * @throws {SourceError} while the server is left alone
   */
  enter(nowMs: number): Promise<Breaker | undefined>;
  answered(): Promise<void>;
  /** Of requests that were sent together the first failure counts. */
  failed(atEntry: Breaker | undefined, nowMs: number, retryAtMs?: number): Promise<void>;
};

export function serverBreaker(
  host: string,
  view: SharedView,
  options: { readonly probeMs: number; readonly random: () => number },
): ServerBreaker {
  const { ledger, credential } = view;

  /** @returns whether the breaker was as this client knew it */
  async function set(next: Breaker | undefined, nowMs: number): Promise<boolean> {
    const done = await ledger.setBreaker(credential, host, next, view.breaker(host));
    if (done) view.setBreaker(host, next);
    else view.hear(await ledger.read(credential), nowMs);
    return done;
  }

  function check(nowMs: number): void {
    const breaker = view.breaker(host);
    if (breaker !== undefined && nowMs < breaker.untilMs) throw leftAlone(host, breaker);
  }

  return {
    check,

    async enter(nowMs) {
      check(nowMs);
      const breaker = view.breaker(host);
      if (breaker === undefined || !isOpen(breaker)) return breaker;
      const claimed = await set({ ...breaker, untilMs: nowMs + options.probeMs }, nowMs);
      if (!claimed) check(nowMs);
      return view.breaker(host);
    },

    async answered() {
      const breaker = view.breaker(host);
      if (breaker === undefined) return;
      await ledger.setBreaker(credential, host, undefined, breaker);
      view.setBreaker(host, undefined);
    },

    async failed(atEntry, nowMs, retryAtMs) {
      const breaker = view.breaker(host);
      if (breaker?.failures !== atEntry?.failures) return;
      await set(afterFailure(breaker, nowMs, options.random(), retryAtMs), nowMs);
    },
  };
}

function leftAlone(host: string, { failures, sinceMs, untilMs }: Breaker): SourceError {
  const times = failures === 1 ? 'once' : `${failures} times in a row`;
  return new SourceError(
    `${host} has failed ${times} since ${timeOf(sinceMs)}: it is left alone until ${timeOf(untilMs)}`,
    { retryable: true, retryAtMs: untilMs },
  );
}

function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
