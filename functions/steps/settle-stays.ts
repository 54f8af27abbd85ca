import type { Stay, StayState } from '../model/trend-list.ts';
import type { Watch } from '../model/watch.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { listedWatchId } from './discover-budget.ts';
import type { Round } from './discover-round.ts';
import { isOurs } from './note-trends.ts';

export type SettlePorts = {
  readonly watches: Pick<WatchStore, 'get'>;
  readonly bursts: Pick<BurstStore, 'ofWatch'>;
};

/**
 * Decides of every hashtag that is watched for its list whether it is watched on. It is not once it
 * has cooled, its time is up or its list is named no more, unless it is in a burst or was lately.
 * One that a person removed is over, one that a person kept is theirs.
 */
export async function settleStays(
  rounds: readonly Round[],
  atMs: number,
  ports: SettlePorts,
  coolMs: number,
): Promise<readonly Round[]> {
  const warm = warmWatches(rounds, coolMs);
  const settled: Round[] = [];
  for (const round of rounds) {
    const stays: Stay[] = [];
    for (const stay of round.list.stays) {
      const hasCooled = stay.absentMs >= coolMs && round.isRead;
      const isWarm = warm.has(listedWatchId({ ...round, stay }));
      const mayEnd = !isWarm && (hasCooled || round.isDropped);
      stays.push({ ...stay, state: await settle(round, stay, mayEnd, atMs, ports, coolMs) });
    }
    const kept = round.isDropped ? stays.filter(isOurs) : stays;
    settled.push({ ...round, list: { ...round.list, stays: kept } });
  }
  return settled;
}

/** Watches of hashtags that have not cooled on one list at least. */
function warmWatches(rounds: readonly Round[], coolMs: number): ReadonlySet<string> {
  const warm = rounds
    .filter(({ isDropped }) => !isDropped)
    .flatMap((round) =>
      round.list.stays
        .filter((stay) => isOurs(stay) && stay.absentMs < coolMs)
        .map((stay) => listedWatchId({ ...round, stay })),
    );
  return new Set(warm);
}

async function settle(
  round: Round,
  stay: Stay,
  mayEnd: boolean,
  atMs: number,
  ports: SettlePorts,
  coolMs: number,
): Promise<StayState> {
  if (stay.state !== 'open') return stay.state;
  const watch = await ports.watches.get(listedWatchId({ ...round, stay }));
  if (watch === undefined) return 'over';
  if (watch.origin === undefined) return 'theirs';
  if (!mayEnd && atMs < watch.origin.untilMs) return 'open';
  return (await isBusy(watch, atMs, ports.bursts, coolMs)) ? 'open' : 'closing';
}

/** In a burst, suspected of one, or in one lately. */
async function isBusy(
  watch: Watch,
  atMs: number,
  bursts: SettlePorts['bursts'],
  coolMs: number,
): Promise<boolean> {
  if (watch.state !== 'active' && watch.state !== 'paused') return true;
  const [newest] = await bursts.ofWatch(watch.watchId, 1);
  return newest !== undefined && (newest.endMs ?? atMs) > atMs - coolMs;
}
