import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { WatchStore } from '../../ports/watch-store.ts';
import { ANY_WATCH, countWatches } from './count-watches.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, takeItems } from './query-items.ts';
import { readWatchItem, watchItem } from './watch-item.ts';

/** Partition key `watchId`; index `due` by slot, index `all` in the order of `watchId`. */
export function dynamoWatchStore(client: DynamoDBDocumentClient, tableName: string): WatchStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    async get(watchId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: { watchId } }),
      );
      return Item && readWatchItem(Item);
    },

    async save(watch) {
      const saved = { ...watch, version: watch.version + 1 };
      await putNextVersion(table, watchItem(saved));
      return saved;
    },

    async remove(watchId) {
      const { Attributes } = await client.send(
        new DeleteCommand({ TableName: tableName, Key: { watchId }, ReturnValues: 'ALL_OLD' }),
      );
      return Attributes !== undefined;
    },

    async due(slot) {
      const items = queryItems(client, {
        TableName: tableName,
        IndexName: 'due',
        KeyConditionExpression: 'slot = :slot',
        ExpressionAttributeValues: { ':slot': slot },
      });
      return takeItems(items, readWatchItem);
    },

    count: countWatches(client, tableName),

    async list(limit, after) {
      const items = queryItems(client, {
        TableName: tableName,
        IndexName: 'all',
        KeyConditionExpression: after === undefined ? '#k = :k' : '#k = :k AND watchId > :after',
        ExpressionAttributeNames: { '#k': 'kind' },
        ExpressionAttributeValues: {
          ':k': ANY_WATCH,
          ...(after !== undefined && { ':after': after }),
        },
        Limit: limit,
      });
      return takeItems(items, readWatchItem, limit);
    },
  };
}
