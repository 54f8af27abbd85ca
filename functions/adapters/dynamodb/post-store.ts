import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PostStore } from '../../ports/post-store.ts';
import { unitePosts } from '../stored/unite-posts.ts';
import { addPostItems } from './add-post-items.ts';
import { GONE, partKey, pollOf, readPostItem, SEEN } from './post-item.ts';
import { queryItems, takeItems } from './query-items.ts';
import { recalledItems } from './recalled-items.ts';

/**
 * Partition key `burstId`, sort key `part`: `seen#` or `gone#`, the poll, and a number.
 *
 * @param options `recalls`: remember what was read of the newest bursts; polls that are repeated
 * more than 15 minutes late must then be dropped before they get here
 */
export function dynamoPostStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  options: { readonly recalls?: boolean } = {},
): PostStore {
  function itemsSince(burstId: string, name: 'seen' | 'gone', sincePollMs: number) {
    const [from, to] = [partKey(name, sincePollMs), `${name}#~`];
    return queryItems(client, {
      TableName: tableName,
      KeyConditionExpression: 'burstId = :burstId AND part BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':burstId': burstId, ':from': from, ':to': to },
      ConsistentRead: true,
    });
  }

  const readSeen = (burstId: string, sinceMs: number) =>
    takeItems(itemsSince(burstId, 'seen', sinceMs), (item) => ({
      part: String(item.part),
      pollMs: pollOf(item),
      posts: readPostItem(SEEN, item),
    }));
  const readGone = (burstId: string, sinceMs: number) =>
    takeItems(itemsSince(burstId, 'gone', sinceMs), (item) => ({
      part: String(item.part),
      pollMs: pollOf(item),
      postIds: readPostItem(GONE, item),
    }));
  const seenSince = options.recalls ? recalledItems(readSeen) : readSeen;
  const gone = options.recalls ? recalledItems(readGone) : readGone;

  return {
    append: (burstId, pollMs, posts) =>
      addPostItems(client, tableName, SEEN, { burstId, pollMs }, posts),

    markGone: (burstId, pollMs, postIds) =>
      addPostItems(client, tableName, GONE, { burstId, pollMs }, postIds),

    async read(burstId, sincePollMs = 0) {
      const [seen, notes] = await Promise.all([seenSince(burstId, sincePollMs), gone(burstId, 0)]);
      return unitePosts(
        seen.flatMap(({ posts }) => posts),
        notes,
      );
    },
  };
}
