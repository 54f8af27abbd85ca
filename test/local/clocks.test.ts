import { describe, expect, it } from 'vitest';
import { runLive } from '../../local/live-clock.ts';
import { type ReplayWorld, runReplay } from '../../local/replay-clock.ts';
import { readPosition } from '../../local/replay-position.ts';
import { aFolder } from '../support/a-folder.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;
const START = { tickMs: 0, slotMs: 0, polls: 0, done: false };
const FIRST = 10 * SLOT_MS;

/** A world in which posts come at `events`, and a burst lasts from the first of `burst` to the second. */
async function aWorld(events: readonly number[], burst: readonly [number, number] = [0, 0]) {
  const ticks: number[] = [];
  const stopping = new AbortController();
  const world: ReplayWorld = {
    dir: await aFolder(),
    firstMs: FIRST,
    nextEventMs: (fromMs) => events.find((ms) => ms >= fromMs),
    tick: async (atMs) => {
      ticks.push(atMs);
      return 2;
    },
    isBursting: async () => {
      const now = ticks.at(-1) ?? 0;
      return now >= burst[0] && now < burst[1];
    },
    onTick: () => undefined,
    signal: stopping.signal,
  };
  return { world, ticks, stopping };
}

describe('the clock of a replay', () => {
  it('ticks at the slots after what happens, counts the polls, and ends', async () => {
    const { world, ticks } = await aWorld([FIRST, FIRST + 3 * SLOT_MS + 1]);
    const end = await runReplay(world, START, Number.POSITIVE_INFINITY);

    expect(ticks).toEqual([FIRST + SLOT_MS, FIRST + 4 * SLOT_MS]);
    expect(end).toMatchObject({ polls: 4, done: true, tickMs: FIRST + 4 * SLOT_MS });
    expect(await readPosition(world.dir)).toEqual(end);
  });

  it('ticks in the minute after each post of a burst', async () => {
    const events = [FIRST, FIRST + SLOT_MS + 10, FIRST + SLOT_MS + 2 * MINUTE_MS + 1];
    const { world, ticks } = await aWorld(events, [FIRST, FIRST + 2 * SLOT_MS]);
    await runReplay(world, START, Number.POSITIVE_INFINITY);

    expect(ticks).toEqual([
      FIRST + SLOT_MS,
      FIRST + SLOT_MS + MINUTE_MS,
      FIRST + SLOT_MS + 3 * MINUTE_MS,
      FIRST + 2 * SLOT_MS,
    ]);
  });

  it('goes on behind the last post until the burst is over', async () => {
    const over = FIRST + 7 * HOUR_MS;
    const { world, ticks } = await aWorld([FIRST], [FIRST, over]);
    const { done } = await runReplay(world, START, Number.POSITIVE_INFINITY);

    expect(done).toBe(true);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(over);
    expect(ticks.length).toBeLessThan(20);
  });

  it('gives up on a burst that never ends', async () => {
    const { world, ticks } = await aWorld([FIRST], [FIRST, Number.POSITIVE_INFINITY]);
    expect((await runReplay(world, START, Number.POSITIVE_INFINITY)).done).toBe(true);
    expect(ticks).toHaveLength(25);
  });

  it('stops when told, and goes on from there to the same end', async () => {
    const events = Array.from({ length: 20 }, (_, index) => FIRST + index * 2 * SLOT_MS);
    const whole = await aWorld(events);
    const end = await runReplay(whole.world, START, Number.POSITIVE_INFINITY);

    const parts = await aWorld(events);
    const cut = {
      ...parts.world,
      onTick: () => {
        if (parts.ticks.length === 7) parts.stopping.abort();
      },
    };
    const stopped = await runReplay(cut, START, Number.POSITIVE_INFINITY);
    expect(stopped.done).toBe(false);
    expect(await readPosition(cut.dir)).toEqual(stopped);
    const resumed = await runReplay(
      { ...parts.world, signal: new AbortController().signal },
      stopped,
      Number.POSITIVE_INFINITY,
    );

    expect(parts.ticks).toEqual(whole.ticks);
    expect(resumed).toEqual(end);
  });

  it('does not move past a tick whose work failed', async () => {
    const { world } = await aWorld([FIRST, FIRST + SLOT_MS]);
    const broken = { ...world, tick: () => Promise.reject(new Error('no table')) };
    await expect(runReplay(broken, START, Number.POSITIVE_INFINITY)).rejects.toThrow('no table');
    expect(await readPosition(world.dir)).toEqual(START);
  });

  it('waits at a slow speed, and wakes when it is stopped', async () => {
    const { world, ticks, stopping } = await aWorld([FIRST, FIRST + 100 * HOUR_MS]);
    const slow = { ...world, onTick: () => setImmediate(() => stopping.abort()) };
    const { done } = await runReplay(slow, START, 1);
    expect(done).toBe(false);
    expect(ticks).toEqual([FIRST + SLOT_MS]);
  });
});

describe('the live clock', () => {
  it('fires at the full minute, waits for the next, and stops at once', async () => {
    const stopping = new AbortController();
    const ticks: number[] = [];
    const earliest = Date.now() - MINUTE_MS;
    await runLive(async (atMs) => {
      ticks.push(atMs);
      setImmediate(() => stopping.abort());
    }, stopping.signal);

    expect(ticks).toHaveLength(1);
    expect(ticks[0]).toBeGreaterThan(earliest);
    expect((ticks[0] ?? 1) % MINUTE_MS).toBe(0);
  });

  it('does nothing when it is stopped before', async () => {
    await runLive(() => Promise.reject(new Error('must not fire')), AbortSignal.abort());
  });
});
