import type { Sealer } from '../../ports/sealer.ts';
import type { TokenStore } from '../../ports/token-store.ts';
import type { NetOptions } from '../net/net-client.ts';

type Net = Omit<NetOptions, 'credential' | 'allowances' | 'headers'>;

export type BlueskyOptions = Net & {
  /** Handle, email address or DID of an account of ours. */
  readonly identifier: string;
  /** Made in the account's settings; the account's own password is not for us. */
  readonly appPassword: string;
  /** What the post ids that we hand out are sealed with: they name the author. */
  readonly sealer: Sealer;
  /** Shared by all processes. @default each process logs in for itself */
  readonly tokens?: TokenStore;
  /** Where the account logs in, host or host:port. @default 'bsky.social' */
  readonly service?: string;
  /** The directory of accounts, host or host:port. @default 'plc.directory' */
  readonly directory?: string;
  /** Pages of 100 posts read for one question at most. @default 30 */
  readonly maxPages?: number;
  /** Posts looked for again in one question at most, 25 a request. @default 1 000 */
  readonly maxLookups?: number;
  /** Authors looked up in the directory for one question at most, a request each. @default 150 */
  readonly maxAuthorDates?: number;
};

/** What is for the network client: no password, no seal. */
export function netOptionsOf(options: BlueskyOptions): Net {
  const { identifier, appPassword, sealer, tokens, service, directory, ...rest } = options;
  const { maxPages, maxLookups, maxAuthorDates, ...net } = rest;
  return net;
}
