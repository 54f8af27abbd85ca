import { type Suspected, suspectedIdOf } from '../model/suspected.ts';
import type { Watch } from '../model/watch.ts';
import type { Source } from '../ports/source.ts';
import { joinCompany } from '../signals/company.ts';
import { type KeepPorts, type KeepSettings, keepPosts } from './keep-posts.ts';

/**
 * Keeps the posts of a suspected burst aside, and looks for those that are due.
 *
 * @returns how far it came, to be saved with the baseline: a poll that dies before that is repeated
 * @throws {SourceError} if the source cannot answer
 */
export async function keepSuspected(
  suspected: Suspected,
  watch: Watch,
  source: Source,
  atMs: number,
  ports: KeepPorts,
  settings: KeepSettings,
): Promise<Suspected> {
  const burstId = suspectedIdOf(watch.watchId, suspected.keptFromMs);
  const stretch = { ...suspected, burstId, endMs: null, changedMs: atMs };
  const { company, untilMs, lookedMs, unread } = await keepPosts(
    stretch,
    watch,
    source,
    atMs,
    ports,
    settings,
  );
  return {
    ...suspected,
    postsUntilMs: Math.max(suspected.postsUntilMs, untilMs),
    lookedMs,
    unread,
    company: suspected.company === null ? company : joinCompany(suspected.company, company),
  };
}
