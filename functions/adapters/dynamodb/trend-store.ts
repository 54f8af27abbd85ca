import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { STAY_STATES, type TrendList } from '../../model/trend-list.ts';
import type { TrendStore } from '../../ports/trend-store.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, takeItems } from './query-items.ts';
import { readStored } from './read-stored.ts';

/** Partition of the index `all`, beside that of the watches. */
const TRENDS = 'trends';

const TrendItem = z.object({
  name: z.string().min(1),
  readMs: z.int().nonnegative(),
  health: z.discriminatedUnion('state', [
    z.object({ state: z.literal('ok') }),
    z.object({ state: z.literal('stale'), reason: z.string(), sinceMs: z.int() }),
  ]),
  stays: z.array(
    z.object({
      hashtag: z.string().min(1),
      display: z.string().min(1),
      sinceMs: z.int(),
      startedMs: z.number().optional(),
      absentMs: z.int().nonnegative(),
      state: z.enum(STAY_STATES),
      openedMs: z.int().optional(),
    }),
  ),
  version: z.int().positive(),
}) satisfies z.ZodType<TrendList>;

/** In the table of the watches, as `trends#<name>`: without a slot it is never due. */
export function dynamoTrendStore(client: DynamoDBDocumentClient, tableName: string): TrendStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    all: () =>
      takeItems(
        queryItems(client, {
          TableName: tableName,
          IndexName: 'all',
          KeyConditionExpression: '#k = :k',
          ExpressionAttributeNames: { '#k': 'kind' },
          ExpressionAttributeValues: { ':k': TRENDS },
        }),
        readTrendItem,
      ),

    async save(list) {
      const saved = { ...list, version: list.version + 1 };
      await putNextVersion(table, { ...saved, watchId: keyOf(list.name), kind: TRENDS });
      return saved;
    },

    async remove(name) {
      await client.send(new DeleteCommand({ TableName: tableName, Key: { watchId: keyOf(name) } }));
    },
  };
}

function keyOf(name: string): string {
  return `${TRENDS}#${name}`;
}

function readTrendItem(item: unknown): TrendList {
  return readStored(TrendItem, item, 'trend list item');
}
