import type { ListAddress, Stay } from '../model/trend-list.ts';
import { type SourceName, watchIdOf } from '../model/watch.ts';
import type { SourceCapability } from '../ports/source.ts';
import { isOurs } from './note-trends.ts';

export type BudgetSettings = {
  /** Watches at once, in all and of one source. */
  readonly mostWatches: number;
  readonly mostPerSource: number;
  /** New ones within an hour, in all. */
  readonly mostAnHour: number;
  /** What all of them together may cost at their sources, US dollars a day; their bursts not counted. */
  readonly usdADay: number;
  readonly intervalMinutes: number;
};

/** A stay with the list that it is on, and what the source of that list can do if it is known. */
export type Listed = {
  readonly address: ListAddress;
  readonly stay: Stay;
  readonly capability: SourceCapability | undefined;
};

export type Budget = {
  /** Whether there is room for one more watch. */
  hasRoom(listed: Listed): boolean;
  take(listed: Listed): void;
};

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1440;

/** @param all stays of every list; a hashtag on two lists of one place is one watch */
export function openBudget(all: readonly Listed[], atMs: number, settings: BudgetSettings): Budget {
  const open = distinct(all.filter(({ stay }) => isOurs(stay)));
  const opened = distinct(all.filter(({ stay }) => (stay.openedMs ?? 0) > atMs - HOUR_MS));
  const bySource = new Map<SourceName, number>();
  let [total, fresh, usd] = [0, opened.length, 0];
  const count = (one: Listed) => {
    total += 1;
    usd += usdADay(one, settings);
    bySource.set(one.address.source, (bySource.get(one.address.source) ?? 0) + 1);
  };
  for (const one of open) count(one);
  return {
    hasRoom(listed) {
      const price = usdADay(listed, settings);
      return (
        total < settings.mostWatches &&
        fresh < settings.mostAnHour &&
        (bySource.get(listed.address.source) ?? 0) < settings.mostPerSource &&
        (price === 0 || usd + price <= settings.usdADay)
      );
    },
    take(listed) {
      fresh += 1;
      count(listed);
    },
  };
}

function distinct(listed: readonly Listed[]): readonly Listed[] {
  return [...new Map(listed.map((one) => [listedWatchId(one), one])).values()];
}

export function listedWatchId({ address, stay }: Pick<Listed, 'address' | 'stay'>): string {
  return watchIdOf(address.source, stay.hashtag, address.place);
}

/** What a quiet watch costs: its counts. */
function usdADay({ capability }: Listed, { intervalMinutes }: BudgetSettings): number {
  return ((capability?.priceUsd.countRequest ?? 0) * DAY_MINUTES) / intervalMinutes;
}
