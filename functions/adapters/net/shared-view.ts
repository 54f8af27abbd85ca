import type { Allowance, Breaker, Ledger, LedgerEntry } from '../../ports/ledger.ts';

/** After that long others may have seen a server fail. */
const FRESH_MS = 30_000;

/** What this client last heard of the ledger's entry: each draw brings it along. */
export type SharedView = {
  readonly ledger: Ledger;
  readonly credential: string;
  allowance(name: string): Allowance | undefined;
  breaker(host: string): Breaker | undefined;
  isFresh(nowMs: number): boolean;
  hear(entry: LedgerEntry, nowMs: number): void;
  /** Corrects what was heard by what this client itself did. */
  setLeft(name: string, left: number): void;
  setBreaker(host: string, breaker: Breaker | undefined): void;
  /** Another was faster: what was heard is wrong. */
  forget(name: string): void;
};

export function sharedView(ledger: Ledger, credential: string): SharedView {
  let allowances: LedgerEntry['allowances'] = {};
  let breakers: LedgerEntry['breakers'] = {};
  let heardMs = Number.NEGATIVE_INFINITY;
  return {
    ledger,
    credential,
    allowance: (name) => allowances[name],
    breaker: (host) => breakers[host],
    isFresh: (nowMs) => Math.abs(nowMs - heardMs) < FRESH_MS,
    hear(entry, nowMs) {
      ({ allowances, breakers } = entry);
      heardMs = nowMs;
    },
    setLeft(name, left) {
      const known = allowances[name];
      if (known !== undefined) allowances = { ...allowances, [name]: { ...known, left } };
    },
    setBreaker(host, breaker) {
      const { [host]: _, ...others } = breakers;
      breakers = breaker === undefined ? others : { ...others, [host]: breaker };
    },
    forget(name) {
      const { [name]: _, ...others } = allowances;
      allowances = others;
    },
  };
}
