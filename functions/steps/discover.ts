import { ConflictError, SourceError } from '../model/errors.ts';
import { type ListAddress, listAddress, type TrendList } from '../model/trend-list.ts';
import type { SourceName } from '../model/watch.ts';
import type { Source } from '../ports/source.ts';
import type { TrendStore } from '../ports/trend-store.ts';
import { type AdmitSettings, admitTrends } from './admit-trends.ts';
import {
  type CarriedOut,
  type CarryOutPorts,
  type CarryOutSettings,
  carryOut,
} from './carry-out-stays.ts';
import type { Round } from './discover-round.ts';
import { noteTrends, noteUnread } from './note-trends.ts';
import { type SettlePorts, settleStays } from './settle-stays.ts';

/** How often it is called: trend lists of networks change no faster. */
const ROUND_MS = 5 * 60_000;

export type DiscoverPorts = CarryOutPorts &
  SettlePorts & {
    readonly trends: TrendStore;
    readonly sourceOf: (asked: {
      readonly source: SourceName;
      readonly place: string | null;
    }) => Source;
  };

export type DiscoverSettings = AdmitSettings &
  CarryOutSettings & {
    readonly lists: readonly ListAddress[];
    /** A hashtag that is off its list for so long has cooled, milliseconds. */
    readonly coolMs: number;
    /** A list of a source that charges is read no more often, milliseconds. */
    readonly paidListMs: number;
  };

export type DiscoverOutcome = {
  readonly state: 'done' | 'repeated';
  /** Hashtags that are watched from now on, and those that are no more. */
  readonly opened: CarriedOut['opened'];
  readonly closed: CarriedOut['closed'];
  /** Lists that could not be read. */
  readonly failed: readonly { readonly list: string; readonly reason: string }[];
};

/**
 * One round of reading what trends: watches what newly does, within a budget, and forgets what has
 * cooled. What is to be done is kept before it is done, so that a round that dies is finished by
 * the next; of two rounds at once one gives way.
 */
export async function discover(
  atMs: number,
  ports: DiscoverPorts,
  settings: DiscoverSettings,
): Promise<DiscoverOutcome> {
  const stored = new Map((await ports.trends.all()).map((list) => [list.name, list]));
  const read = await Promise.all(
    settings.lists.map((address) =>
      readList(address, stored.get(address.name), atMs, ports, settings),
    ),
  );
  const rounds = [...read, ...droppedLists([...stored.values()], settings.lists)];
  const settled = await settleStays(rounds, atMs, ports, settings.coolMs);
  const admitted = await admitTrends(settled, atMs, ports.watches, settings);
  const failed = admitted.flatMap(({ list: { name, health } }) =>
    health.state === 'ok' ? [] : [{ list: name, reason: health.reason }],
  );
  try {
    const done = await carryOut(await keep(admitted, ports.trends), ports, settings, atMs);
    await keep(done.rounds, ports.trends);
    return { state: 'done', opened: done.opened, closed: done.closed, failed };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return { state: 'repeated', opened: [], closed: [], failed };
  }
}

async function readList(
  address: ListAddress,
  stored: TrendList | undefined,
  atMs: number,
  { sourceOf }: Pick<DiscoverPorts, 'sourceOf'>,
  { coolMs, paidListMs }: DiscoverSettings,
): Promise<Round> {
  const list = stored ?? freshList(address.name);
  let source: Source | undefined;
  try {
    source = sourceOf({ source: address.source, place: address.place });
    if (source.trending === undefined)
      throw new SourceError(`${address.source} does not tell what is trending`, {
        retryable: false,
      });
    const everyMs = costsNothing(source) ? ROUND_MS : paidListMs;
    if (list.readMs > atMs - everyMs + ROUND_MS / 2)
      return { address, list, source, isRead: false, isDropped: false };
    const trends = await source.trending(address.about, atMs);
    const read = noteTrends(list, trends, atMs, everyMs, coolMs);
    return { address, list: read, source, isRead: true, isDropped: false };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const failed = noteUnread(list, error.message, atMs);
    return { address, list: failed, source, isRead: false, isDropped: false };
  }
}

function costsNothing({ capability: { priceUsd } }: Source): boolean {
  return Object.values(priceUsd).every((price) => price === 0);
}

function droppedLists(
  stored: readonly TrendList[],
  named: readonly ListAddress[],
): readonly Round[] {
  const names = new Set(named.map(({ name }) => name));
  return stored.flatMap((list) => {
    const address = listAddress(list.name);
    if (names.has(list.name) || address === undefined) return [];
    return [{ address, list, source: undefined, isRead: false, isDropped: true }];
  });
}

/** Saves each list; one that no settings name, and of which nothing is watched, is forgotten. */
async function keep(rounds: readonly Round[], trends: TrendStore): Promise<readonly Round[]> {
  const kept: Round[] = [];
  for (const round of rounds) {
    if (round.isDropped && round.list.stays.length === 0) {
      if (round.list.version > 0) await trends.remove(round.list.name);
      continue;
    }
    kept.push({ ...round, list: await trends.save(round.list) });
  }
  return kept;
}

function freshList(name: string): TrendList {
  return { name, readMs: 0, health: { state: 'ok' }, stays: [], version: 0 };
}
