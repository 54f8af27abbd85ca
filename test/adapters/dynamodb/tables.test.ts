import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, type BatchWriteCommandInput, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { burstItem } from '../../../functions/adapters/dynamodb/burst-item.ts';
import { dynamoBurstStore } from '../../../functions/adapters/dynamodb/burst-store.ts';
import { dynamoCheckStore } from '../../../functions/adapters/dynamodb/check-store.ts';
import { createTables } from '../../../functions/adapters/dynamodb/create-tables.ts';
import { deleteItems } from '../../../functions/adapters/dynamodb/delete-items.ts';
import { dynamoDeliveryLog } from '../../../functions/adapters/dynamodb/delivery-log.ts';
import { dynamoPostStore } from '../../../functions/adapters/dynamodb/post-store.ts';
import { sweepExpired } from '../../../functions/adapters/dynamodb/sweep-expired.ts';
import { dynamoWatchStore } from '../../../functions/adapters/dynamodb/watch-store.ts';
import { TABLES } from '../../../functions/settings/tables.ts';
import { aBurst } from '../../support/a-burst.ts';
import { aCheck } from '../../support/a-check.ts';
import { aPost } from '../../support/a-post.ts';
import { aWatch } from '../../support/a-watch.ts';
import { startDynalite, type TestDatabase } from '../../support/dynamodb.ts';

const DAY_MS = 86_400_000;
const noon = Date.UTC(2026, 0, 6, 12);

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

async function countItems(TableName: string): Promise<number> {
  const { Count = 0 } = await database.client.send(new ScanCommand({ TableName, Select: 'COUNT' }));
  return Count;
}

describe('createTables', () => {
  it('makes each table with its keys and indexes', async () => {
    const tables = await database.freshTables();

    const { Table } = await database.client.send(
      new DescribeTableCommand({ TableName: tables.bursts }),
    );

    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(Table?.KeySchema?.map((key) => key.AttributeName)).toEqual(['watchId', 'startMs']);
    expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual(
      TABLES.bursts.indexes.map((index) => index.name).sort(),
    );
  });

  it('leaves tables alone that are there', async () => {
    const tables = await database.freshTables();
    const watches = dynamoWatchStore(database.client, tables.watches);
    const saved = await watches.save(aWatch());

    await createTables(database.client, TABLES, tables.watches.replace('watches', ''));

    expect(await watches.get(saved.watchId)).toEqual(saved);
  });
});

describe('sweepExpired', () => {
  it('deletes what is over, to the second, and leaves the rest', async () => {
    const { posts: name } = await database.freshTables();
    const posts = dynamoPostStore(database.client, name);
    for (let n = 0; n < 60; n += 1) await posts.append('replay:a/1', noon + n * 1000, [aPost(n)]);
    const endMs = noon + 30 * DAY_MS;

    expect(await sweepExpired(database.client, name, TABLES.posts, endMs - 1)).toBe(0);
    expect(await sweepExpired(database.client, name, TABLES.posts, endMs + 39_000)).toBe(40);
    expect(await sweepExpired(database.client, name, TABLES.posts, endMs + 39_000)).toBe(0);
    expect(await posts.read('replay:a/1')).toHaveLength(20);
  });

  it('keeps bursts for ever, but not checks and deliveries', async () => {
    const { bursts: name } = await database.freshTables();
    const bursts = dynamoBurstStore(database.client, name);
    await bursts.save(aBurst({ startMs: 0 }));
    await dynamoCheckStore(database.client, name).save(aCheck({ createdMs: noon }));
    await dynamoDeliveryLog(database.client, name).note('a', 'slack', noon);

    expect(await sweepExpired(database.client, name, TABLES.bursts, noon + 31 * DAY_MS)).toBe(2);
    expect(await bursts.get(aBurst().watchId, 0)).toBeDefined();
  });

  it('does nothing where nothing expires', async () => {
    const { watches } = await database.freshTables();
    await dynamoWatchStore(database.client, watches).save(aWatch());

    expect(await sweepExpired(database.client, watches, TABLES.watches, Number.MAX_VALUE)).toBe(0);
    expect(await countItems(watches)).toBe(1);
  });
});

describe('the table of bursts', () => {
  it('shows no check and no delivery among the bursts', async () => {
    const { bursts: name } = await database.freshTables();
    const bursts = dynamoBurstStore(database.client, name);
    await dynamoCheckStore(database.client, name).save(aCheck({ createdMs: 5 }));
    await dynamoDeliveryLog(database.client, name).note('a', 'slack', 5);

    const page = await bursts.list({ fromMs: 0, toMs: Number.POSITIVE_INFINITY, limit: 9 });

    expect(page.bursts).toEqual([]);
    expect(await bursts.pendingAlerts(9)).toEqual([]);
  });

  it('gives out a short page rather than read on and on for a rare burst', async () => {
    const { bursts: name } = await database.freshTables();
    const items = Array.from({ length: 5_025 }, (_, n) =>
      burstItem(aBurst({ startMs: noon + n, hashtag: n === 0 ? 'rare' : 'harbour', version: 1 })),
    );
    while (items.length > 0) {
      const batch = items.splice(0, 25).map((Item) => ({ PutRequest: { Item } }));
      await database.client.send(new BatchWriteCommand({ RequestItems: { [name]: batch } }));
    }
    const bursts = dynamoBurstStore(database.client, name);
    const query = { fromMs: 0, toMs: noon + DAY_MS, q: 'rare', limit: 10 };

    const first = await bursts.list(query);
    const second = await bursts.list({ ...query, cursor: first.next ?? '' });

    expect(first.bursts).toEqual([]);
    expect(second.bursts.map((burst) => burst.hashtag)).toEqual(['rare']);
    expect(second.next).toBeNull();
  });
});

describe('deleteItems', () => {
  it('asks again for what a request left undone', async () => {
    const { posts: name } = await database.freshTables();
    const posts = dynamoPostStore(database.client, name);
    for (let n = 0; n < 30; n += 1) await posts.append('replay:a/1', noon + n, [aPost(n)]);
    const { Items = [] } = await database.client.send(new ScanCommand({ TableName: name }));
    const keys = Items.map(({ burstId, part }) => ({ burstId, part }));
    const hurried = database.connect();
    leavesUndone(hurried, name);

    await deleteItems(hurried, name, keys);

    expect(await countItems(name)).toBe(0);
  });
});

/** Has the first two requests do only three of their items, as a busy table may. */
function leavesUndone(client: ReturnType<TestDatabase['connect']>, name: string): void {
  let requests = 0;
  client.middlewareStack.add(
    (next) => async (call) => {
      const input = call.input as BatchWriteCommandInput;
      const items = input.RequestItems?.[name] ?? [];
      requests += 1;
      if (requests > 2) return next(call);
      const { output, response } = await next({
        ...call,
        input: { RequestItems: { [name]: items.slice(0, 3) } },
      });
      return { response, output: { ...output, UnprocessedItems: { [name]: items.slice(3) } } };
    },
    { step: 'initialize', priority: 'high' },
  );
}
