import type { SourceName } from '../model/watch.ts';

/**
 * While a burst is suspected or open it is looked at twice a minute where a look costs nothing: posts that
 * live 55 s are all seen so, of a poll a minute 92 in 100. A replay has no half minutes, and X is paid.
 */
export const DISPATCHING = {
  secondLookMs: 30_000,
  secondLookOf: new Set<SourceName>(['mastodon', 'bluesky']),
} as const;
