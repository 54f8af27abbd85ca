import type { SourceRecord } from '../model/source-capability.ts';
import { MASTODON_CAPABILITY } from './mastodon/capability.ts';
import { replayCapability } from './replay/capability.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Every source, and why this deployment does not read it. */
export function sourceRecords({ REPLAY_FILES }: Variables): readonly SourceRecord[] {
  return [
    ...(REPLAY_FILES === undefined
      ? []
      : [{ name: 'replay', off: null, capability: replayCapability(true) } as const]),
    { name: 'mastodon', off: null, capability: MASTODON_CAPABILITY },
  ];
}
