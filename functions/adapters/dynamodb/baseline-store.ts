import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { BaselineStore } from '../../ports/baseline-store.ts';
import { overlaps } from '../stored/overlaps.ts';
import {
  baselineItem,
  readBaselineItem,
  readVolumeItem,
  STATE_PART,
  volumeItem,
  volumePart,
} from './baseline-item.ts';
import { deleteItems } from './delete-items.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, takeItems } from './query-items.ts';

/** Partition key `watchId`, sort key `part`: `state`, and `volume#` with the start of each completed chunk. */
export function dynamoBaselineStore(
  client: DynamoDBDocumentClient,
  tableName: string,
): BaselineStore {
  const table = { client, name: tableName, key: 'watchId' };

  function parts(watchId: string, from: string, to: string) {
    return {
      TableName: tableName,
      KeyConditionExpression: 'watchId = :watchId AND part BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':watchId': watchId, ':from': from, ':to': to },
    };
  }

  return {
    async load(watchId) {
      const Key = { watchId, part: STATE_PART };
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key, ConsistentRead: true }),
      );
      return Item && readBaselineItem(Item);
    },

    async save(baseline, full) {
      const saved = { ...baseline, version: baseline.version + 1 };
      for (const chunk of full) {
        const Item = volumeItem(baseline.watchId, chunk);
        await client.send(new PutCommand({ TableName: tableName, Item }));
      }
      await putNextVersion(table, baselineItem(saved));
      return saved;
    },

    async volume(watchId, fromMs, toMs) {
      if (fromMs >= toMs) return [];
      const before = { ...parts(watchId, volumePart(0), volumePart(fromMs)), Limit: 1 };
      const [begun, within] = await Promise.all([
        // Chunks follow one another: of those that start before, only the last can reach into the span.
        takeItems(queryItems(client, { ...before, ScanIndexForward: false }), readVolumeItem, 1),
        takeItems(
          queryItems(client, parts(watchId, volumePart(fromMs + 1), volumePart(toMs))),
          readVolumeItem,
        ),
      ]);
      return [...begun, ...within].filter((chunk) => overlaps(chunk, fromMs, toMs));
    },

    async remove(watchId) {
      const items = queryItems(client, {
        TableName: tableName,
        KeyConditionExpression: 'watchId = :watchId',
        ExpressionAttributeValues: { ':watchId': watchId },
        ProjectionExpression: 'watchId, part',
      });
      await deleteItems(client, tableName, await takeItems(items, (key) => key));
    },
  };
}
