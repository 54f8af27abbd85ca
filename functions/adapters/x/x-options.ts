import type { Ledger } from '../../ports/ledger.ts';
import type { SpendStore } from '../../ports/spend-store.ts';

/** One page: 1.50 US dollars a poll at most, once a minute while a hashtag bursts. */
export const MOST_POSTS = 100;

/** A fifth of a dollar for each look at a trend list. */
export const MOST_TRENDS = 20;

/** An hour: every five minutes, one list alone would be 1,728 dollars a month. */
export const TRENDS_EVERY_MS = 3_600_000;

export type XOptions = {
  /** Of an app, not of a person. */
  readonly bearerToken: string;
  /** The operator's word that X's written permission covers the use; see `requireAttested`. */
  readonly permissionAttested: boolean;
  /** For a calendar month (UTC), and for all that share `credential` and `spent`. */
  readonly monthlyBudgetUsd: number;
  readonly spent: SpendStore;
  /** @default in memory, for this source alone */
  readonly ledger?: Ledger;
  /** Name of the shared allowances and of the shared budget, no secret in it. @default 'x:app' */
  readonly credential?: string;
  /** @default 'api.x.com' */
  readonly host?: string;
  /** `http` only on loopback. @default 'https' */
  readonly scheme?: 'https' | 'http';
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly random?: () => number;
  readonly clock?: () => number;
  /** Posts read for one question at most: with their authors 0.015 US dollars each. @default MOST_POSTS */
  readonly mostPosts?: number;
  /** Posts looked for in a deletion check at most. @default 500 */
  readonly mostLookups?: number;
};
