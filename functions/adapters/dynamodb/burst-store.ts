import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { BurstStore } from '../../ports/burst-store.ts';
import { burstItem, PENDING_ALERT, readBurstItem } from './burst-item.ts';
import { listBursts } from './list-bursts.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, queryPending, takeItems } from './query-items.ts';

/** Partition key `watchId`, sort key `startMs`; indexes `started` and `pending`. */
export function dynamoBurstStore(client: DynamoDBDocumentClient, tableName: string): BurstStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    async get(watchId, startMs) {
      const Key = { watchId, startMs };
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key, ConsistentRead: true }),
      );
      return Item && readBurstItem(Item);
    },

    async save(burst) {
      const saved = { ...burst, version: burst.version + 1 };
      await putNextVersion(table, burstItem(saved));
      return saved;
    },

    list: (query) => listBursts(table, query),

    async ofWatch(watchId, limit) {
      const items = queryItems(client, {
        TableName: tableName,
        KeyConditionExpression: 'watchId = :watchId',
        ExpressionAttributeValues: { ':watchId': watchId },
        ScanIndexForward: false,
        Limit: limit,
      });
      return takeItems(items, readBurstItem, limit);
    },

    async pendingAlerts(limit) {
      return takeItems(queryPending(client, tableName, PENDING_ALERT, limit), readBurstItem, limit);
    },
  };
}
