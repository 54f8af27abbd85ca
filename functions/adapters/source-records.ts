import type { SourceCapability, SourceRecord } from '../model/source-capability.ts';
import type { SourceName } from '../model/watch.ts';
import { BLUESKY_CAPABILITY } from './bluesky/capability.ts';
import { ingestCapability } from './ingest/capability.ts';
import { MASTODON_CAPABILITY } from './mastodon/capability.ts';
import { replayCapability } from './replay/capability.ts';
import { type Variables, whyOff } from './why-off.ts';
import { X_CAPABILITY } from './x/capability.ts';

const CAPABILITIES = {
  mastodon: MASTODON_CAPABILITY,
  bluesky: BLUESKY_CAPABILITY,
  x: X_CAPABILITY,
  ingest: ingestCapability(false),
} as const satisfies Partial<Record<SourceName, SourceCapability>>;

const LIVE = ['mastodon', 'bluesky', 'x', 'ingest'] as const;

/** Every source, what it can do, and why this deployment does not read it; files only where there are some. */
export function sourceRecords(variables: Variables): readonly SourceRecord[] {
  const live = LIVE.map((name) => ({
    name,
    off: whyOff(name, variables),
    capability: CAPABILITIES[name],
  }));
  if (whyOff('replay', variables) !== null) return live;
  return [{ name: 'replay', off: null, capability: replayCapability(true) }, ...live];
}
