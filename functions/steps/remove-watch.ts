import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { IngestStore } from '../ports/ingest-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { amendBurst } from './amend-burst.ts';

export type RemovePorts = {
  readonly watches: WatchStore;
  readonly baselines: BaselineStore;
  readonly bursts: BurstStore;
  /** Where partners hand in posts. */
  readonly ingest?: Pick<IngestStore, 'forget'>;
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
  await forgetHandedIn(watchId, ports);
  return ports.watches.remove(watchId);
}

/** While nobody watches nothing is kept: what a partner vouched for before must not hold for that time. */
async function forgetHandedIn(watchId: string, { watches, ingest }: RemovePorts): Promise<void> {
  const watch = await watches.get(watchId);
  if (watch?.source !== 'ingest' || watch.place === null) return;
  await ingest?.forget({ partner: watch.place, hashtag: watch.hashtag });
}
