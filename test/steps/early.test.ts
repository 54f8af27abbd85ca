import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openArchive } from '../../functions/adapters/replay/archive.ts';
import { replaySource } from '../../functions/adapters/replay/replay-source.ts';
import { aWatch } from '../support/a-watch.ts';
import { ATTACKED, writeAttackedDays } from '../support/attacked-days.ts';
import { openMonitor } from '../support/memory-monitor.ts';

const MINUTE_MS = 60_000;

/** The posts of the attack are made in the minute before. */
const ATTACK_MS = Date.UTC(2026, 2, 3, 9);

it('tells an attack minute by minute: suspicious at once by its timing, coordinated as posts vanish', async () => {
  const { dir, file } = await writeAttackedDays();
  const archive = await openArchive([file]);
  await rm(dir, { recursive: true });
  const monitor = openMonitor(replaySource(archive));
  const watchId = `replay:${ATTACKED}`;
  await monitor.stores.watches.save(
    aWatch({ watchId, hashtag: ATTACKED, phaseMinutes: 0, intervalMinutes: 1, createdMs: 0 }),
  );
  const told: string[] = [];
  const firstMs = Math.ceil(archive.firstMs / MINUTE_MS) * MINUTE_MS;
  for (let atMs = firstMs; atMs <= ATTACK_MS + 4 * MINUTE_MS; atMs += MINUTE_MS) {
    await monitor.tick(atMs);
    const [burst] = await monitor.stores.bursts.ofWatch(watchId, 1);
    if (burst?.verdict) told.push(`${burst.verdict.level}: ${burst.verdict.undecidedBecause}`);
  }

  expect(told).toEqual([
    'suspicious: null',
    'coordinated: null',
    'coordinated: null',
    'coordinated: null',
    'coordinated: null',
  ]);
  const [burst] = await monitor.stores.bursts.ofWatch(watchId, 1);
  expect(burst).toMatchObject({
    startMs: ATTACK_MS - MINUTE_MS,
    firstSuspiciousMs: ATTACK_MS,
    firstCoordinatedMs: ATTACK_MS + MINUTE_MS,
  });
  expect(monitor.published.map(({ level, reached }) => [level, reached])).toEqual([
    ['suspicious', 'first suspicious 1 min after the burst began'],
    ['coordinated', 'first suspicious 1 min after the burst began, coordinated after 2 min'],
  ]);
});
