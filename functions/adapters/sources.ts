import { randomInt } from 'node:crypto';
import { InputError, SettingsError } from '../model/errors.ts';
import { serversOf } from '../model/servers.ts';
import type { SourceCapability } from '../model/source-capability.ts';
import type { SourceName } from '../model/watch.ts';
import type { Source } from '../ports/source.ts';
import { BLUESKY_CAPABILITY } from './bluesky/capability.ts';
import { dynamoIngestStore } from './dynamodb/ingest-store.ts';
import { dynamoLedger } from './dynamodb/ledger.ts';
import { ingestCapability } from './ingest/capability.ts';
import { ingestSource } from './ingest/ingest-source.ts';
import { latelyUsed } from './lately-used.ts';
import { localScheme } from './local-scheme.ts';
import { MASTODON_CAPABILITY } from './mastodon/capability.ts';
import { mastodonSource } from './mastodon/mastodon-source.ts';
import { offSource } from './off-source.ts';
import { replayCapability } from './replay/capability.ts';
import { replaySource } from './replay/replay-source.ts';
import { replayFiles, sharedArchive } from './replay/shared-archive.ts';
import type { NetNeeds, SharedState } from './shared-state.ts';
import { type Variables, whyOff } from './why-off.ts';
import { X_CAPABILITY } from './x/capability.ts';

type Asked = { readonly source: SourceName; readonly place: string | null };

/** Anybody may have any server checked: of more places than these one is opened anew. */
const MOST_OPEN = 100;

/**
 * Every source, by the name and place that a watch gives; one that is off here, or whose place is
 * none, refuses what it is asked and says why. Each is opened once, for what it has read is of use to
 * the next poll.
 *
 * @throws {SettingsError} if the list of files is malformed
 */
export async function openSources(
  variables: Variables,
  shared: SharedState,
): Promise<(asked: Asked) => Source> {
  const ledger = dynamoLedger(shared.client, shared.burstsTable);
  const net: NetNeeds = { ledger, random: () => randomInt(2 ** 32) / 2 ** 32, clock: Date.now };
  const [replay, bluesky, x] = await Promise.all([
    openReplay(variables),
    // Loaded only where they are read: a cold start costs by its bytes.
    openIfOn('bluesky', BLUESKY_CAPABILITY, variables, async () =>
      (await import('./open-bluesky.ts')).openBluesky(variables, shared, net),
    ),
    openIfOn('x', X_CAPABILITY, variables, async () =>
      (await import('./open-x.ts')).openX(variables, shared, net),
    ),
  ]);
  const ingest = dynamoIngestStore(shared.client, shared.postsTable);
  const open: Readonly<Record<SourceName, (place: string | null) => Source>> = {
    replay: () => replay,
    mastodon: (place) =>
      orOff(MASTODON_CAPABILITY, () =>
        openMastodon(required(place, 'mastodon', 'server'), variables, net),
      ),
    bluesky: () => bluesky,
    x: () => x,
    ingest: (place) =>
      orOff(ingestCapability(false), () => {
        const partner = required(place, 'ingest', 'partner');
        return ingestSource(ingest, { partner, tellsDeletions: tellers(variables).has(partner) });
      }),
  };
  const known = latelyUsed<string, Source>(MOST_OPEN);
  return ({ source, place }) => {
    const key = `${source}@${place}`;
    const one = known.get(key) ?? open[source](place);
    known.set(key, one);
    return one;
  };
}

async function openReplay(variables: Variables): Promise<Source> {
  const { REPLAY_FILES } = variables;
  if (REPLAY_FILES === undefined)
    return offSource(replayCapability(true), whyOff('replay', variables) ?? '');
  return replaySource(await sharedArchive(replayFiles(REPLAY_FILES)));
}

async function openIfOn(
  name: SourceName,
  capability: SourceCapability,
  variables: Variables,
  open: () => Promise<Source>,
): Promise<Source> {
  const why = whyOff(name, variables);
  if (why !== null) return offSource(capability, why);
  return open().catch((error) => offUnlessDefect(capability, error));
}

function orOff(capability: SourceCapability, open: () => Source): Source {
  try {
    return open();
  } catch (error) {
    return offUnlessDefect(capability, error);
  }
}

/** One that is set up or named wrong is off too: the others must go on, and its watches show what is wrong. */
function offUnlessDefect(capability: SourceCapability, error: unknown): Source {
  if (error instanceof SettingsError || error instanceof InputError)
    return offSource(capability, error.message);
  throw error;
}

/** `MASTODON_TOKEN` and servers on this very machine are for the embedded runtime alone. */
function openMastodon(place: string, variables: Variables, net: NetNeeds): Source {
  const { TURFWATCH_EMBEDDED, MASTODON_TOKEN: token } = variables;
  const servers = serversOf(place);
  return mastodonSource(place, {
    ...net,
    ...localScheme(servers, variables),
    ...(TURFWATCH_EMBEDDED !== undefined && token !== undefined && servers.length === 1
      ? { token }
      : {}),
  });
}

/** Partners of which the operator says that they tell which posts were deleted. */
function tellers({ INGEST_TELLS_DELETIONS = '' }: Variables): ReadonlySet<string> {
  return new Set(INGEST_TELLS_DELETIONS.split(',').map((name) => name.trim()));
}

function required(place: string | null, source: SourceName, what: string): string {
  if (place !== null) return place;
  throw new SettingsError(`a watch of ${source} must name its ${what}`);
}
