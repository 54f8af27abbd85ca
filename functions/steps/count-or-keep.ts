import type { Baseline } from '../model/baseline.ts';
import type { Burst } from '../model/burst.ts';
import { SourceError } from '../model/errors.ts';
import type { Watch } from '../model/watch.ts';
import type { Source } from '../ports/source.ts';
import { type KeepBurstPorts, keepBurst } from './keep-burst.ts';
import type { KeepSettings } from './keep-posts.ts';
import { type NewCounts, readCounts } from './read-counts.ts';

/**
 * The buckets that ended since the last poll. Where they cannot be counted the posts of the open
 * burst are kept all the same: buckets can be counted later, posts may be gone by then.
 *
 * @param open null where no burst is
 * @throws {SourceError} if the source cannot count
 */
export async function countOrKeep(
  watch: Watch,
  baseline: Baseline,
  open: Burst | null,
  source: Source,
  atMs: number,
  ports: KeepBurstPorts,
  settings: KeepSettings,
): Promise<NewCounts> {
  try {
    return await readCounts(watch, baseline, source, atMs);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (open !== null) await keepIfAnswered(open, watch, source, atMs, ports, settings);
    throw error;
  }
}

async function keepIfAnswered(...asked: Parameters<typeof keepBurst>): Promise<void> {
  try {
    await keepBurst(...asked);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
}
