import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { EventStore } from '../../ports/event-store.ts';
import { eventItem, eventKey, readEventItem } from './event-item.ts';
import { putNextVersion } from './put-if.ts';

/** Keeps the calendar in the table of the bursts, an item a week. */
export function dynamoEventStore(client: DynamoDBDocumentClient, tableName: string): EventStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    async get(week) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: eventKey(week), ConsistentRead: true }),
      );
      return Item && readEventItem(Item);
    },

    async save(week) {
      const saved = { ...week, version: week.version + 1 };
      await putNextVersion(table, eventItem(saved));
      return saved;
    },
  };
}
