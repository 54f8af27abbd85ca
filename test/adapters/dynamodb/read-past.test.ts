import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoBaselineStore } from '../../../functions/adapters/dynamodb/baseline-store.ts';
import { memoryBaselineStore } from '../../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../../functions/adapters/memory/burst-store.ts';
import { ConflictError } from '../../../functions/model/errors.ts';
import type { BaselineStore } from '../../../functions/ports/baseline-store.ts';
import { burstSettings } from '../../../functions/settings/burst.ts';
import { POLLING } from '../../../functions/settings/polling.ts';
import { FRESH_DETECTOR } from '../../../functions/signals/burst.ts';
import { isReadingPast, readPast } from '../../../functions/steps/read-past.ts';
import { aBaseline } from '../../support/a-baseline.ts';
import { aWatch } from '../../support/a-watch.ts';
import { startDynalite, type TestDatabase } from '../../support/dynamodb.ts';
import { pastSource } from '../../support/past-source.ts';

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 0, 12, 12);
const watch = aWatch({ phaseMinutes: 0 });
const { watchId } = watch;
const fresh = aBaseline({
  watchId,
  detector: FRESH_DETECTOR,
  learnedUntilMs: 0,
  volume: null,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

const open = async () =>
  dynamoBaselineStore(database.client, (await database.freshTables()).baselines);

async function poll(store: BaselineStore, source = pastSource(DAY_MS).source) {
  const stored = (await store.load(watchId)) ?? fresh;
  const ports = { baselines: store, bursts: memoryBurstStore() };
  return readPast(watch, stored, source, NOON, ports, burstSettings(5), POLLING);
}

async function kept(store: BaselineStore) {
  return { state: await store.load(watchId), volume: await store.volume(watchId, 0, NOON) };
}

it('a past is read into the database in portions, and comes to what it does in memory', async () => {
  const [stored, twin] = [await open(), memoryBaselineStore()];
  for (const store of [stored, twin]) {
    while (isReadingPast(await poll(store)));
  }

  const { state, volume } = await kept(stored);
  expect(state).toEqual((await kept(twin)).state);
  expect(state?.past?.counted).toBe(7 * 288 - 1);
  expect(volume.flatMap(({ posts }) => posts).length + (state?.volume?.posts.length ?? 0)).toBe(
    7 * 288 - 1,
  );
});

it('a poll that dies after its volume and before its baseline is made good by the next', async () => {
  const [broken, calm] = [await open(), await open()];
  let saves = 0;
  const dying: BaselineStore = {
    ...broken,
    async save(baseline, full) {
      saves += 1;
      if (saves % 2 === 1) return broken.save(baseline, full);
      await broken.save({ ...baseline, version: 99 }, full).catch(() => undefined);
      throw new Error('died before the baseline was saved');
    },
  };
  while (isReadingPast(await poll(dying).catch(() => ({ ...fresh, ...READING }))));
  while (isReadingPast(await poll(calm)));

  expect(saves).toBeGreaterThan(7);
  expect(await kept(broken)).toEqual(await kept(calm));
});

it('of two polls at once one is told that it was overtaken, and nothing is learned twice', async () => {
  const [store, calm] = [await open(), await open()];
  const both = await Promise.allSettled([poll(store), poll(store)]);
  const overtaken = both.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
  expect(overtaken).toEqual([expect.any(ConflictError)]);

  for (const one of [store, calm]) {
    while (isReadingPast(await poll(one)));
  }
  expect(await kept(store)).toEqual(await kept(calm));
});

/** What a poll that died leaves us to think: that there is more to read. */
const READING = { past: { fromMs: 0, untilMs: NOON, counted: 0 } };
