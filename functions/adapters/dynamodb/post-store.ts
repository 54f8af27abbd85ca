import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PostStore } from '../../ports/post-store.ts';
import { unitePosts } from '../stored/unite-posts.ts';
import { addPostItems } from './add-post-items.ts';
import { GONE, partKey, pollOf, readPostItem, SEEN } from './post-item.ts';
import { queryItems, takeItems } from './query-items.ts';

/** Partition key `burstId`, sort key `part`: `seen#` or `gone#`, the poll, and a number. */
export function dynamoPostStore(client: DynamoDBDocumentClient, tableName: string): PostStore {
  function itemsSince(burstId: string, name: 'seen' | 'gone', sincePollMs: number) {
    const [from, to] = [partKey(name, sincePollMs), `${name}#~`];
    return queryItems(client, {
      TableName: tableName,
      KeyConditionExpression: 'burstId = :burstId AND part BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':burstId': burstId, ':from': from, ':to': to },
      ConsistentRead: true,
    });
  }

  return {
    append: (burstId, pollMs, posts) =>
      addPostItems(client, tableName, SEEN, { burstId, pollMs }, posts),

    markGone: (burstId, pollMs, postIds) =>
      addPostItems(client, tableName, GONE, { burstId, pollMs }, postIds),

    async read(burstId, sincePollMs = 0) {
      const [seen, notes] = await Promise.all([
        takeItems(itemsSince(burstId, 'seen', sincePollMs), (item) => readPostItem(SEEN, item)),
        takeItems(itemsSince(burstId, 'gone', 0), (item) => ({
          pollMs: pollOf(item),
          postIds: readPostItem(GONE, item),
        })),
      ]);
      return unitePosts(seen.flat(), notes);
    },
  };
}
