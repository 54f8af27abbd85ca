import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import { type ReplayPosition, writePosition } from './replay-position.ts';
import { ceilAfter, nextTickMs } from './replay-ticks.ts';

const SLOT_MS = 5 * millisecondsInMinute;

/** Longer than the 72 quiet polls after which a burst ends. */
const CLOSING_LEAP_MS = 6.25 * millisecondsInHour;
const MOST_CLOSING_TICKS = 24;

export type ReplayWorld = {
  readonly dir: string;
  readonly firstMs: number;
  readonly nextEventMs: (fromMs: number) => number | undefined;
  /** Fires the schedule and returns, once every queue is drained, how many polls that made. */
  readonly tick: (atMs: number) => Promise<number>;
  readonly isBursting: () => Promise<boolean>;
  readonly onTick: (position: ReplayPosition) => void;
  readonly signal: AbortSignal;
};

/**
 * Moves the clock from tick to tick until nothing is left, then until every burst has ended.
 *
 * @param speed simulated seconds a second; Infinity for as fast as it goes
 * @returns where it stands: at the end, or where `signal` stopped it
 */
export async function runReplay(
  world: ReplayWorld,
  from: ReplayPosition,
  speed: number,
): Promise<ReplayPosition> {
  let position = from;
  const startedMs = performance.now();
  let pacedFromMs: number | undefined;
  let closing = 0;

  while (!world.signal.aborted) {
    const regular = await nextRegular(world, position);
    if (regular === undefined) closing += 1;
    const atMs = regular ?? (await nextClosing(world, position, closing));
    if (atMs === undefined) return finish(world, position);

    pacedFromMs ??= atMs;
    await pace(startedMs + (atMs - pacedFromMs) / speed, world.signal);
    if (world.signal.aborted) return position;
    const polls = await world.tick(atMs);
    position = {
      tickMs: atMs,
      slotMs: atMs % SLOT_MS === 0 ? atMs : position.slotMs,
      polls: position.polls + polls,
      done: false,
    };
    await writePosition(world.dir, position);
    world.onTick(position);
  }
  return position;
}

async function nextRegular(
  world: ReplayWorld,
  { tickMs, slotMs }: ReplayPosition,
): Promise<number | undefined> {
  if (tickMs === 0) return ceilAfter(world.firstMs, SLOT_MS);
  const isBursting = await world.isBursting();
  return nextTickMs({ nowMs: tickMs, slotMs, isBursting, nextEventMs: world.nextEventMs });
}

async function nextClosing(
  world: ReplayWorld,
  { tickMs }: ReplayPosition,
  closing: number,
): Promise<number | undefined> {
  if (closing > MOST_CLOSING_TICKS || !(await world.isBursting())) return undefined;
  return ceilAfter(tickMs + (closing === 1 ? CLOSING_LEAP_MS : 0), SLOT_MS);
}

async function finish(world: ReplayWorld, position: ReplayPosition): Promise<ReplayPosition> {
  const done = { ...position, done: true };
  await writePosition(world.dir, done);
  return done;
}

async function pace(untilMs: number, signal: AbortSignal): Promise<void> {
  const waitMs = untilMs - performance.now();
  if (!(waitMs > 1)) return;
  await sleep(waitMs, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}
