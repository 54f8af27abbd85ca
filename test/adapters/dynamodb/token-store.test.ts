import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoTokenStore } from '../../../functions/adapters/dynamodb/token-store.ts';
import { sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';
import { startDynalite, type TestDatabase } from '../../support/dynamodb.ts';

const NOW_MS = Date.parse('2026-11-22T09:00:00Z');
const TOKEN = 'a-token-that-nobody-may-read';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database?.stop());

async function open() {
  const { bursts } = await database.freshTables();
  const store = (name = 'bluesky:one.example', key = 'the key') =>
    dynamoTokenStore(database.client, bursts, name, sealerFrom(key, 'logins'));
  return { bursts, store };
}

it('gives back the token that was saved last, to every process, by its name', async () => {
  const { store } = await open();
  expect(await store().load()).toBeUndefined();

  await store().save('before', NOW_MS);
  await store().save(TOKEN, NOW_MS + 1);

  expect(await store().load()).toBe(TOKEN);
  expect(await store('bluesky:two.example').load()).toBeUndefined();
});

it('keeps it sealed, for 90 days', async () => {
  const { store, bursts } = await open();
  await store().save(TOKEN, NOW_MS);

  const { Items = [] } = await database.client.send(new ScanCommand({ TableName: bursts }));
  expect(Items).toHaveLength(1);
  expect(JSON.stringify(Items)).not.toContain(TOKEN);
  expect(Items[0]?.ttl).toBe(NOW_MS / 1000 + 90 * 86_400);
});

it('sealed with another key is none', async () => {
  const { store } = await open();
  await store().save(TOKEN, NOW_MS);

  expect(await store('bluesky:one.example', 'another key').load()).toBeUndefined();
});
