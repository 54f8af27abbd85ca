import { normaliseHashtag } from '../model/hashtag.ts';
import type { Stay, StayState } from '../model/trend-list.ts';
import type { IntervalMinutes, WatchOrigin } from '../model/watch.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { addWatch } from './add-watch.ts';
import { listedWatchId } from './discover-budget.ts';
import type { Round } from './discover-round.ts';

export type CarryOutPorts = {
  readonly watches: WatchStore;
  readonly baselines: Pick<BaselineStore, 'remove'>;
  readonly bursts: Pick<BurstStore, 'ofWatch'>;
};

export type CarryOutSettings = {
  readonly intervalMinutes: IntervalMinutes;
  /** What is found is watched for so long at most, milliseconds. */
  readonly watchMs: number;
  /** A burst that began so long before its hashtag was found is judged, milliseconds. */
  readonly judgeMs: number;
};

type Found = { readonly watchId: string; readonly list: string };

export type CarriedOut = {
  readonly rounds: readonly Round[];
  readonly opened: readonly Found[];
  readonly closed: readonly Found[];
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The start that a network tells may stretch what is judged so far, milliseconds. */
const MOST_JUDGE_MS = 72 * HOUR_MS;

/** Opens and closes the watches that were decided on. Done twice it comes to the same. */
export async function carryOut(
  rounds: readonly Round[],
  ports: CarryOutPorts,
  settings: CarryOutSettings,
  atMs: number,
): Promise<CarriedOut> {
  const opened: Found[] = [];
  const closed: Found[] = [];
  const carry = async (stay: Stay, round: Round): Promise<Stay> => {
    const found = { watchId: listedWatchId({ ...round, stay }), list: round.list.name };
    if (stay.state === 'closing') {
      const state = await close(found.watchId, ports);
      if (state === 'over') closed.push(found);
      return { ...stay, state };
    }
    // The first poll comes in the next minute, and not to all of them in the same.
    const dueMs = atMs + (1 + opened.length) * MINUTE_MS;
    const state = await open(stay, round, found.watchId, dueMs, ports, settings);
    if (state === 'open') opened.push(found);
    return { ...stay, state };
  };
  const done: Round[] = [];
  for (const round of rounds) {
    const stays: Stay[] = [];
    for (const stay of round.list.stays) {
      const isDue = stay.state === 'opening' || stay.state === 'closing';
      stays.push(isDue ? await carry(stay, round) : stay);
    }
    done.push({ ...round, list: { ...round.list, stays } });
  }
  return { rounds: done, opened, closed };
}

async function open(
  stay: Stay,
  { address, list }: Round,
  watchId: string,
  dueMs: number,
  ports: CarryOutPorts,
  settings: CarryOutSettings,
): Promise<StayState> {
  const { hashtag, display, openedMs = dueMs } = stay;
  const { intervalMinutes, watchMs } = settings;
  const origin: WatchOrigin = {
    kind: 'discovered',
    list: list.name,
    untilMs: openedMs + watchMs,
    judgeFromMs: await judgeFromMs(stay, openedMs, watchId, ports, settings),
  };
  const wish = {
    source: address.source,
    place: address.place,
    hashtag: normaliseHashtag(display) === hashtag ? display : hashtag,
    intervalMinutes,
    phaseMinutes: Math.floor(dueMs / MINUTE_MS) % intervalMinutes,
    origin,
  };
  const { watch } = await addWatch(wish, openedMs, ports.watches);
  return watch.origin === undefined ? 'theirs' : 'open';
}

/** No burst is judged again that was when it was watched before. */
async function judgeFromMs(
  { startedMs = Number.POSITIVE_INFINITY }: Stay,
  openedMs: number,
  watchId: string,
  { bursts }: CarryOutPorts,
  { judgeMs }: CarryOutSettings,
): Promise<number> {
  const told = Math.max(startedMs - HOUR_MS, openedMs - MOST_JUDGE_MS);
  const [before] = await bursts.ofWatch(watchId, 1);
  const knownMs = before === undefined ? 0 : (before.endMs ?? before.postsUntilMs);
  return Math.max(0, knownMs, Math.min(openedMs - judgeMs, told));
}

/** A watch that changed since, or that a person kept, stays. Its bursts stay on record in any case. */
async function close(watchId: string, { watches, baselines }: CarryOutPorts): Promise<StayState> {
  const watch = await watches.get(watchId);
  if (watch !== undefined && watch.origin === undefined) return 'theirs';
  if (watch !== undefined && !(await watches.remove(watchId, watch.version))) return 'open';
  await baselines.remove(watchId);
  return 'over';
}
