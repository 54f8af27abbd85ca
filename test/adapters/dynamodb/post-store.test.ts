import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoPostStore } from '../../../functions/adapters/dynamodb/post-store.ts';
import { aPost } from '../../support/a-post.ts';
import { startDynalite, type TestDatabase } from '../../support/dynamodb.ts';

const burstId = 'replay:harbour/1767700800000';
const range = (length: number, from = 0) => Array.from({ length }, (_, n) => aPost(from + n));

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

/** A store that notes which requests it makes, and the items of its burst. */
async function open() {
  const { posts: TableName } = await database.freshTables();
  const client = database.connect();
  const requests: string[] = [];
  client.middlewareStack.add(
    (next, context) => (call) => {
      requests.push(String(context.commandName));
      return next(call);
    },
    { step: 'initialize' },
  );
  async function items() {
    const { Items = [] } = await database.client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'burstId = :burstId',
        ExpressionAttributeValues: { ':burstId': burstId },
      }),
    );
    return Items.map(({ part, packed }) => ({ part, bytes: packed.length }));
  }
  return { store: dynamoPostStore(client, TableName), items, requests, TableName };
}

describe('dynamoPostStore', () => {
  it('puts what a poll saw into one item with one write', async () => {
    const { store, items, requests } = await open();

    await store.append(burstId, 60_000, range(1_000));

    expect(requests).toHaveLength(1);
    expect(await items()).toEqual([
      { part: 'seen#000000000060000#000000', bytes: expect.any(Number) },
    ]);
  });

  it('adds nothing when a repeat saw nothing new', async () => {
    const { store, items } = await open();
    await store.append(burstId, 60_000, range(20));
    const before = await items();

    await store.append(burstId, 60_000, range(15, 3));

    expect(await items()).toEqual(before);
  });

  it('adds only what is new when a repeat saw more, and does not walk to its place', async () => {
    const { store, items, requests } = await open();
    await store.append(burstId, 60_000, range(4_000));
    const before = await items();
    requests.length = 0;

    await store.append(burstId, 60_000, range(4_001));

    expect(before.length).toBeGreaterThan(2);
    expect((await items()).slice(0, -1)).toEqual(before);
    expect((await items()).at(-1)?.bytes).toBeLessThan(200);
    expect(requests.filter((name) => name.startsWith('Put'))).toHaveLength(2);
  });

  it('keeps every item under 350 KB', async () => {
    const { store, items } = await open();
    const wordy = range(8_000).map((post) => ({ ...post, id: `${post.id}${'é'.repeat(80)}` }));

    await store.append(burstId, 60_000, wordy);

    const sizes = (await items()).map(({ bytes }) => bytes);
    expect(Math.max(...sizes)).toBeLessThan(350_000);
    expect(await store.read(burstId)).toHaveLength(8_000);
  });

  it('goes on where a writer died between two items', async () => {
    const { store, items, TableName } = await open();
    await store.append(burstId, 60_000, range(4_000));
    const all = await items();
    const { Items = [] } = await database.client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'burstId = :burstId',
        ExpressionAttributeValues: { ':burstId': burstId },
        Limit: 1,
      }),
    );
    const dead = await open();
    await database.client.send(new PutCommand({ TableName: dead.TableName, Item: Items[0] ?? {} }));

    await dead.store.append(burstId, 60_000, range(4_000));

    expect(await dead.items()).toEqual(all);
    expect(await dead.store.read(burstId)).toEqual(range(4_000));
  });
});
