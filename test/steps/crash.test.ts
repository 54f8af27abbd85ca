import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive, type ReplayArchive } from '../../functions/adapters/replay/archive.ts';
import { replaySource } from '../../functions/adapters/replay/replay-source.ts';
import { aWatch } from '../support/a-watch.ts';
import { ATTACKED, writeAttackedDays } from '../support/attacked-days.ts';
import { openMonitor } from '../support/memory-monitor.ts';

const MINUTE_MS = 60_000;
const QUIET_UNTIL = Date.UTC(2026, 2, 3, 8, 55);
const UNTIL = Date.UTC(2026, 2, 3, 9, 20);

const watch = aWatch({
  watchId: `replay:${ATTACKED}`,
  hashtag: ATTACKED,
  phaseMinutes: 0,
  createdMs: 0,
});

let dir = '';
let archive: ReplayArchive;
beforeAll(async () => {
  const written = await writeAttackedDays();
  dir = written.dir;
  archive = await openArchive([written.file]);
});
afterAll(() => rm(dir, { recursive: true }));

type Monitor = ReturnType<typeof openMonitor>;

/** The quiet day at five minutes, then every minute through the attack. */
function minutes(): number[] {
  const slots = [];
  for (let ms = archive.firstMs; ms < QUIET_UNTIL; ms += 5 * MINUTE_MS) {
    slots.push(Math.ceil(ms / (5 * MINUTE_MS)) * 5 * MINUTE_MS);
  }
  for (let ms = QUIET_UNTIL; ms <= UNTIL; ms += MINUTE_MS) slots.push(ms);
  return slots;
}

async function outcome(monitor: Monitor) {
  const bursts = await monitor.stores.bursts.ofWatch(watch.watchId, 10);
  return {
    bursts: bursts.map(({ version: _, ...burst }) => burst),
    posts: await Promise.all(bursts.map((burst) => monitor.stores.posts.read(burst.burstId))),
    baseline: { ...(await monitor.stores.baselines.load(watch.watchId)), version: 0 },
    alerts: [...new Set(monitor.published.map((message) => JSON.stringify(message)))],
  };
}

async function calm(): Promise<Awaited<ReturnType<typeof outcome>>> {
  const monitor = openMonitor(replaySource(archive));
  await monitor.stores.watches.save(watch);
  for (const atMs of minutes()) await monitor.tick(atMs);
  return outcome(monitor);
}

describe('a step that dies', () => {
  it('between any two writes of the attack loses nothing, and says nothing that it would not have said', async () => {
    const expected = await calm();
    expect(expected.bursts[0]?.verdict?.level).toBe('coordinated');
    expect(expected.alerts.length).toBeGreaterThan(0);

    let writes = 0;
    let dieAt = Number.POSITIVE_INFINITY;
    const monitor = openMonitor(replaySource(archive), (name) => {
      writes += 1;
      if (writes === dieAt) throw new Error(`died before ${name}`);
    });
    await monitor.stores.watches.save(watch);
    let crashes = 0;
    for (const atMs of minutes()) {
      // From the burst on, every tick dies before its first write, then before its second, and so on.
      for (let place = 1; atMs > QUIET_UNTIL; place += 1) {
        writes = 0;
        dieAt = place;
        const died = await monitor.tick(atMs).then(
          () => false,
          () => true,
        );
        if (!died) break;
        crashes += 1;
        monitor.loseQueues();
      }
      dieAt = Number.POSITIVE_INFINITY;
      if (atMs <= QUIET_UNTIL) await monitor.tick(atMs);
    }

    expect(crashes).toBeGreaterThan(50);
    expect(await outcome(monitor)).toEqual(expected);
  });

  it('twice in a row for the same message leaves everything as once', async () => {
    const expected = await calm();
    const monitor = openMonitor(replaySource(archive));
    await monitor.stores.watches.save(watch);
    for (const atMs of minutes()) {
      await monitor.tick(atMs);
      const now = await monitor.stores.watches.get(watch.watchId);
      if (now === undefined) throw new Error('the watch must still be there');
      await monitor.poll({ watch: now, atMs });
    }
    await monitor.tick(UNTIL);

    expect(await outcome(monitor)).toEqual(expected);
  });
});
