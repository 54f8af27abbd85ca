import { millisecondsInHour } from 'date-fns/constants';
import * as z from 'zod';
import { SettingsError } from '../model/errors.ts';
import type { SourceName } from '../model/watch.ts';
import type { Source } from '../ports/source.ts';
import { type MastodonOptions, mastodonSource } from './mastodon/mastodon-source.ts';
import { openArchive } from './replay/archive.ts';
import { replaySource } from './replay/replay-source.ts';

/** Files that the replay source reads, as a JSON list of paths; the embedded runtime sets it. */
const ReplayFiles = z.array(z.string()).min(1);

const LOOPBACK = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

type Asked = { readonly source: SourceName; readonly place: string | null };

const archives = new Map<string, ReturnType<typeof openArchive>>();

/** The archive of a list of files, read once a process. Polls look for posts again well within the hour. */
export function sharedArchive(files: readonly string[]): ReturnType<typeof openArchive> {
  const key = JSON.stringify(files);
  const known = archives.get(key) ?? openArchive(files, { deletionsWithinMs: millisecondsInHour });
  archives.set(key, known);
  return known;
}

/** Every source that this deployment can read, by the name and place that a watch gives. */
export async function openSources(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<(asked: Asked) => Source> {
  const files = variables.REPLAY_FILES;
  const replay =
    files === undefined ? undefined : replaySource(await sharedArchive(fileList(files)));
  const servers = new Map<string, Source>();

  const mastodon = (server: string): Source => {
    const known = servers.get(server) ?? mastodonSource(server, mastodonOptions(server, variables));
    servers.set(server, known);
    return known;
  };
  return ({ source, place }) => {
    if (source === 'mastodon' && place !== null) return mastodon(place);
    if (source === 'replay' && replay !== undefined) return replay;
    throw new SettingsError(
      source === 'replay'
        ? 'the replay source needs files: none were given at the start'
        : 'a mastodon watch must name its server',
    );
  };
}

/** `MASTODON_TOKEN` and servers on this very machine are for the embedded runtime alone. */
function mastodonOptions(
  server: string,
  { TURFWATCH_EMBEDDED, MASTODON_TOKEN }: Readonly<Record<string, string | undefined>>,
): MastodonOptions {
  if (TURFWATCH_EMBEDDED === undefined) return {};
  return {
    ...(LOOPBACK.test(server) ? { scheme: 'http' } : {}),
    ...(MASTODON_TOKEN === undefined ? {} : { token: MASTODON_TOKEN }),
  };
}

function fileList(text: string): readonly string[] {
  try {
    return ReplayFiles.parse(JSON.parse(text));
  } catch (cause) {
    throw new SettingsError('REPLAY_FILES is required to be a JSON list of paths', { cause });
  }
}
