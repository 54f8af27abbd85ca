import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { amendBurst } from './amend-burst.ts';

export type RemovePorts = {
  readonly watches: WatchStore;
  readonly baselines: BaselineStore;
  readonly bursts: BurstStore;
};

/**
 * Ends a watch and forgets its baseline. Its bursts stay on record; one that is open ends here.
 *
 * The watch goes last: a removal that died half-way can be asked for again.
 *
 * @returns whether there was one
 */
export async function removeWatch(
  watchId: string,
  atMs: number,
  ports: RemovePorts,
): Promise<boolean> {
  const baseline = await ports.baselines.load(watchId);
  if (baseline?.openBurstMs != null) {
    await amendBurst(ports.bursts, watchId, baseline.openBurstMs, (burst) =>
      burst.endMs === null ? { ...burst, endMs: Math.max(atMs, burst.startMs) } : burst,
    );
  }
  await ports.baselines.remove(watchId);
  return ports.watches.remove(watchId);
}
