import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { WatchStore } from '../../ports/watch-store.ts';
import { ANY_WATCH, countWatches } from './count-watches.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, takeItems } from './query-items.ts';
import { removeWatchItem } from './remove-watch-item.ts';
import { readWatchItem, watchItem } from './watch-item.ts';

/** Partition key `watchId`; index `due` by slot, index `all` in the order of `watchId`. */
export function dynamoWatchStore(client: DynamoDBDocumentClient, tableName: string): WatchStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    async get(watchId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: { watchId } }),
      );
      // Trend lists live here too; whoever asks for one by its key asks for no watch.
      return Item?.kind === ANY_WATCH ? readWatchItem(Item) : undefined;
    },

    async save(watch) {
      const saved = { ...watch, version: watch.version + 1 };
      await putNextVersion(table, watchItem(saved));
      return saved;
    },

    remove: (watchId, version) => removeWatchItem(table, watchId, version),

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
