import type { SourceName } from '../model/watch.ts';

const SECOND_LOOKS: ReadonlySet<SourceName> = new Set(['mastodon', 'bluesky']);

/** X answers for nothing of its last quarter of a minute: asked on the minute, it would be a bucket behind. */
const DELAYS: ReadonlyMap<SourceName, number> = new Map([['x', 20_000]]);

/**
 * While a burst is suspected or open it is looked at twice a minute where a look costs nothing: posts that
 * live 55 s are all seen so, of a poll a minute 92 in 100. A replay has no half minutes, and X is paid.
 */
export const DISPATCHING = {
  secondLookMs: 30_000,
  secondLookOf: SECOND_LOOKS,
  delayMsOf: DELAYS,
} as const;
