import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { WatchStore } from '../../ports/watch-store.ts';

/** Partition of the index `all`. */
export const ANY_WATCH = 'watch';

/** Counts in the index `all` of the table of the watches, by pages of a megabyte. */
export function countWatches(
  client: DynamoDBDocumentClient,
  tableName: string,
): WatchStore['count'] {
  return async (source, place) => {
    let watches = 0;
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'all',
          Select: 'COUNT',
          KeyConditionExpression: '#k = :k AND begins_with(watchId, :source)',
          FilterExpression: '#p = :place AND attribute_exists(slot) AND #h.#s = :ok',
          ExpressionAttributeNames: { '#k': 'kind', '#p': 'place', '#h': 'health', '#s': 'state' },
          ExpressionAttributeValues: {
            ...{ ':k': ANY_WATCH, ':source': `${source}:`, ':place': place, ':ok': 'ok' },
          },
          ExclusiveStartKey: start,
        }),
      );
      watches += page.Count ?? 0;
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return watches;
  };
}
