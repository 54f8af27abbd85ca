import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoAuthorStore } from '../../../functions/adapters/dynamodb/author-store.ts';
import { dynamoBaselineStore } from '../../../functions/adapters/dynamodb/baseline-store.ts';
import { dynamoLedger } from '../../../functions/adapters/dynamodb/ledger.ts';
import { dynamoWatchStore } from '../../../functions/adapters/dynamodb/watch-store.ts';
import { type Baseline, VOLUME_CHUNK_BUCKETS } from '../../../functions/model/baseline.ts';
import { roundExpected } from '../../../functions/model/round-expected.ts';
import { watchIdOf } from '../../../functions/model/watch.ts';
import { BURST } from '../../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observe } from '../../../functions/signals/burst.ts';
import { describeDynamoStores } from '../../ports/dynamo-stores.contract.ts';
import { aBaseline, aChunk } from '../../support/a-baseline.ts';
import { aWatch } from '../../support/a-watch.ts';
import { grownMemory, learned } from '../../support/an-author-memory.ts';
import type { TestDatabase } from '../../support/dynamodb.ts';
import { hasJava, startDynamoDbLocal } from '../../support/dynamodb-local.ts';

/** Capacity units that a client's calls cost, read and written. */
type Bill = { read: number; write: number };

/** Has a client ask each call what it cost. */
function billOf(client: DynamoDBDocumentClient): Bill {
  const bill = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, context) => async (call) => {
      Object.assign(call.input, { ReturnConsumedCapacity: 'TOTAL' });
      const { output, response } = await next(call);
      const units = (output as { ConsumedCapacity?: { CapacityUnits?: number } }).ConsumedCapacity;
      if (units?.CapacityUnits === undefined) throw new Error('consumed capacity is required');
      const reads = /^(Get|Query|Scan)/.test(context.commandName ?? '');
      bill[reads ? 'read' : 'write'] += units.CapacityUnits;
      return { output, response };
    },
    { step: 'initialize', priority: 'high' },
  );
  return bill;
}

/** The heaviest there is: a long name, a chunk one short of full, a hundred thousand posts a bucket. */
function heavyBaseline(watchId: string): Baseline {
  const length = VOLUME_CHUNK_BUCKETS - 1;
  const posts = Array.from({ length }, (_, n) => 100_000 - n);
  let detector = FRESH_DETECTOR;
  for (const [n, count] of posts.entries())
    detector = observe(detector, { startMs: n * 300_000, posts: count }, BURST).state;
  const expected = posts.map((count) => roundExpected(count / 1.17));
  return aBaseline({ watchId, detector, volume: aChunk({ posts, expected }) });
}

describe.skipIf(!hasJava())('on DynamoDB Local', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDynamoDbLocal();
  });
  afterAll(() => database?.stop());

  describeDynamoStores('DynamoDB Local', () => database);

  it('bills a quiet poll with at most one write unit and one and a half read units', async () => {
    const tables = await database.freshTables();
    const client = database.connect();
    const bill = billOf(client);
    const watch = aWatch({
      watchId: watchIdOf('mastodon', 'پاکستان_زندہ_باد', 'mastodon.social'),
      source: 'mastodon',
      place: 'mastodon.social',
    });
    const watches = dynamoWatchStore(client, tables.watches);
    const baselines = dynamoBaselineStore(client, tables.baselines);
    await watches.save(watch);
    await baselines.save(heavyBaseline(watch.watchId), []);
    Object.assign(bill, { read: 0, write: 0 });

    await watches.get(watch.watchId);
    const baseline = await baselines.load(watch.watchId);
    if (baseline?.volume === null || baseline === undefined)
      throw new Error('a baseline is required');
    const { posts, expected } = baseline.volume;
    const volume = {
      ...baseline.volume,
      posts: [...posts, 99_999],
      expected: [...expected, roundExpected(85_000)],
    };
    await baselines.save({ ...baseline, volume }, []);

    expect(bill).toEqual({ read: 1.5, write: 1 });
  });

  it('bills a poll that teaches usual authors with two write units and one and a half read units', async () => {
    const tables = await database.freshTables();
    const client = database.connect();
    const bill = billOf(client);
    const name = 'mastodon:پاکستان_زندہ_باد@mastodon.social';
    const baselines = dynamoBaselineStore(client, tables.baselines);
    const authors = dynamoAuthorStore(client, tables.bursts);
    await baselines.save(heavyBaseline(name), []);
    await authors.save(name, grownMemory(60), 0);
    Object.assign(bill, { read: 0, write: 0 });

    const baseline = await baselines.load(name);
    const memory = await authors.load(name);
    if (memory === undefined || baseline === undefined) throw new Error('both must be there');
    await authors.save(name, learned(memory, 100, 99_000), 86_400_000);
    await baselines.save({ ...baseline, authorsUntilMs: 1_767_700_800_000 }, []);

    expect(bill).toEqual({ read: 1.5, write: 2 });
  });

  it('bills a poll that completes a chunk with two write units', async () => {
    const tables = await database.freshTables();
    const client = database.connect();
    const bill = billOf(client);
    const baselines = dynamoBaselineStore(client, tables.baselines);
    const full = heavyBaseline('mastodon:پاکستان_زندہ_باد@mastodon.social');

    await baselines.save(full, full.volume === null ? [] : [full.volume]);

    expect(bill).toEqual({ read: 0, write: 2 });
  });

  it('bills what a quiet poll asks of a network with one write unit more, and no read', async () => {
    const { bursts } = await database.freshTables();
    const client = database.connect();
    const bill = billOf(client);
    const [credential, allowance] = ['mastodon:a-rather-long-name.of-a-server.example', 'requests'];
    const ledger = dynamoLedger(client, bursts);
    const windowMs = 300_000;
    const window = { openedMs: 0, endsMs: windowMs, windowMs, limit: 300, aligned: true };
    for (const one of [allowance, 'counts', 'search', 'lookup'])
      await ledger.replaceWindow(credential, one, { window, left: 285 });
    const failed = { failures: 12, sinceMs: 1_767_700_800_000, untilMs: 1_767_700_900_000 };
    await ledger.setBreaker(
      credential,
      'a-rather-long-name.of-a-server.example',
      failed,
      undefined,
    );
    Object.assign(bill, { read: 0, write: 0 });

    await ledger.draw(credential, { allowance, requests: 8, late: 0, endsMs: windowMs });
    expect(bill).toEqual({ read: 0, write: 1 });

    const next = { ...window, endsMs: 2 * windowMs };
    await ledger.replaceWindow(credential, allowance, {
      window: next,
      left: 277,
      seenEndsMs: windowMs,
    });
    expect(bill).toEqual({ read: 0, write: 2 });
  });
});
