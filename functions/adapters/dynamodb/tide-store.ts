import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { TideStore } from '../../ports/tide-store.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, queryPending, takeItems } from './query-items.ts';
import {
  PENDING_SURGE,
  RISE_SPREAD_MS,
  readRiseItem,
  readTideItem,
  riseItem,
  risesKey,
  tideItem,
  tideKey,
} from './tide-item.ts';

/** Keeps tides in the table of the bursts: an item a source, and an item a rise beside it, sorted by time. */
export function dynamoTideStore(client: DynamoDBDocumentClient, tableName: string): TideStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    async noteRise(rise) {
      await client.send(new PutCommand({ TableName: tableName, Item: riseItem(rise) }));
    },

    async rises(counter, fromMs, toMs) {
      if (fromMs >= toMs) return [];
      const items = queryItems(client, {
        TableName: tableName,
        KeyConditionExpression: 'watchId = :counter AND startMs BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':counter': risesKey(counter),
          ':from': fromMs,
          ':to': toMs + RISE_SPREAD_MS,
        },
        ConsistentRead: true,
      });
      const found = await takeItems(items, (item) => readRiseItem(counter, item));
      return found.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
    },

    async get(counter) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: tideKey(counter), ConsistentRead: true }),
      );
      return Item && readTideItem(Item);
    },

    async save(tide) {
      const saved = { ...tide, version: tide.version + 1 };
      await putNextVersion(table, tideItem(saved));
      return saved;
    },

    async pendingNotices(limit) {
      return takeItems(queryPending(client, tableName, PENDING_SURGE, limit), readTideItem, limit);
    },
  };
}
