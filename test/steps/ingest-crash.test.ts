import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoIngestStore } from '../../functions/adapters/dynamodb/ingest-store.ts';
import { ingestSource } from '../../functions/adapters/ingest/ingest-source.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { INGEST } from '../../functions/settings/ingest.ts';
import { type IngestBatch, ingest } from '../../functions/steps/ingest.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';
import { startDynalite, type TestDatabase } from '../support/dynamodb.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const SPAN = { fromMs: NOON, toMs: NOON + 7 * MINUTE_MS, nowMs: NOON + 7 * MINUTE_MS };

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

/** Forty posts of five minutes, under two watched hashtags and one that is not; two are gone already. */
const posts = Array.from({ length: 40 }, (_, n) => ({
  source: 'x',
  post: aSourcePost(n, {
    createdMs: NOON + Math.floor(n / 8) * MINUTE_MS + n,
    hashtags: n % 3 === 0 ? ['harbour', 'boats'] : ['harbour', 'other'],
    ...(n % 20 === 7 && { deletedMs: NOON + 6 * MINUTE_MS }),
  }),
}));
const batches: readonly IngestBatch[] = [posts.slice(0, 24), posts.slice(16)].map(
  (some, index) => ({
    partner: 'newsroom',
    posts: some,
    vouchings: [
      {
        fromMs: NOON,
        untilMs: NOON + (3 + 2 * index) * MINUTE_MS,
        hashtags: ['boats', 'harbour'],
      },
    ],
  }),
);

/** A monitor whose writes can fail. */
async function open(beforeWrite: () => void) {
  const tables = await database.freshTables();
  const client = DynamoDBDocumentClient.from(database.connect());
  const send = client.send.bind(client) as (command: unknown) => Promise<never>;
  client.send = async (command: unknown) => {
    if (command instanceof PutCommand) beforeWrite();
    return send(command);
  };
  const store = dynamoIngestStore(client, tables.posts);
  const watched = new Set(['ingest:harbour@newsroom', 'ingest:boats@newsroom']);
  const watches = {
    get: async (watchId: string) =>
      watched.has(watchId) ? aWatch({ watchId, createdMs: NOON }) : undefined,
  };
  const ports = { ingest: store, watches, secret: secretFrom('a key for tests') };
  const source = ingestSource(store, { partner: 'newsroom', tellsDeletions: true });
  return {
    handIn: (batch: IngestBatch) => ingest(batch, NOON + 7 * MINUTE_MS, ports, INGEST),
    async outcome() {
      const known = async (hashtag: string) => ({
        counts: await source.counts({ ...SPAN, hashtag }, MINUTE_MS),
        posts: (await source.posts({ ...SPAN, hashtag }, 1_000)).posts,
        untilMs: await source.countedUntilMs?.(hashtag, SPAN.nowMs),
      });
      return [await known('harbour'), await known('boats')];
    },
    async counts() {
      const of = async (hashtag: string) =>
        (await source.counts({ ...SPAN, hashtag }, MINUTE_MS)).map((count) => count.posts);
      return [await of('harbour'), await of('boats')];
    },
  };
}

async function calm() {
  const monitor = await open(() => {});
  for (const batch of batches) await monitor.handIn(batch);
  return monitor.outcome();
}

describe('a batch', () => {
  it('that dies before any of its writes is whole once it is handed in again', async () => {
    const expected = await calm();
    expect(expected[0]?.counts.map((count) => count.posts)).toEqual([8, 8, 8, 8, 8]);
    let crashes = 0;
    for (let place = 1; ; place += 1) {
      let writes = 0;
      const monitor = await open(() => {
        writes += 1;
        if (writes === place) throw new Error('died');
      });
      let died = false;
      for (const batch of batches) {
        await monitor.handIn(batch).catch(async () => {
          died = true;
          await monitor.handIn(batch);
        });
      }
      expect(await monitor.outcome()).toEqual(expected);
      if (!died) break;
      crashes += 1;
    }
    expect(crashes).toBeGreaterThan(12);
  });

  it('that dies has vouched for nothing that it did not hand in', async () => {
    for (let place = 1; place <= 9; place += 1) {
      let writes = 0;
      const monitor = await open(() => {
        writes += 1;
        if (writes >= place) throw new Error('died');
      });
      const [first] = batches;
      if (first === undefined) throw new Error('a batch is required');
      await expect(monitor.handIn(first)).rejects.toThrow('died');

      const [harbour, boats] = await monitor.counts();
      expect([[], [8, 8, 8]]).toContainEqual(harbour);
      expect([[], [3, 3, 2]]).toContainEqual(boats);
    }
  });

  it('that is handed in twice, and at once with another, is as once', async () => {
    const expected = await calm();
    const monitor = await open(() => {});
    await Promise.all([...batches, ...batches].map((batch) => monitor.handIn(batch)));
    for (const batch of batches) await monitor.handIn(batch);

    expect(await monitor.outcome()).toEqual(expected);
  });
});
