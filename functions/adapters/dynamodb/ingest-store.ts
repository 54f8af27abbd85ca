import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import type { SealedPost } from '../../model/post.ts';
import type { IngestShelf, IngestStore } from '../../ports/ingest-store.ts';
import { newsOf } from '../stored/news-of.ts';
import { uniteHandedIn } from '../stored/unite-handed-in.ts';
import { addHandedIn } from './add-handed-in.ts';
import { ingestKey, minuteKey, readHandedIn, readVouchedItem, vouchedItem } from './ingest-item.ts';
import { minuteRuns } from './minute-runs.ts';
import { putNextVersion } from './put-if.ts';
import { queryItems, takeItems } from './query-items.ts';

const Drawn = z.object({ batches: z.number(), lines: z.number() });

/** In the table of posts: partition `ingest#`, the partner and the hashtag; sort key `minute#` of creation, or `vouched`. */
export function dynamoIngestStore(client: DynamoDBDocumentClient, tableName: string): IngestStore {
  const table = { client, name: tableName, key: 'burstId' };

  const read: IngestStore['read'] = async function* ({ partner, hashtag }, fromMs, toMs, order) {
    if (toMs <= fromMs) return;
    const items = queryItems(client, {
      TableName: tableName,
      KeyConditionExpression: 'burstId = :shelf AND part BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':shelf': ingestKey(partner, hashtag),
        ':from': minuteKey(fromMs),
        ':to': `${minuteKey(toMs - 1)}#~`,
      },
      ScanIndexForward: order === 'oldest-first',
      ConsistentRead: true,
    });
    const isAsked = ({ createdMs }: SealedPost) => createdMs >= fromMs && createdMs < toMs;
    for await (const posts of byMinute(items)) {
      const asked = posts.filter(isAsked);
      if (asked.length > 0) yield asked;
    }
  };

  async function known(shelf: IngestShelf, posts: readonly SealedPost[]) {
    const found: SealedPost[] = [];
    for (const { fromMs, toMs } of minuteRuns(posts.map(({ createdMs }) => createdMs)))
      for await (const portion of read(shelf, fromMs, toMs, 'oldest-first')) found.push(...portion);
    return found;
  }

  async function vouched(partner: string, hashtag: string | null) {
    const items = queryItems(client, {
      TableName: tableName,
      KeyConditionExpression: 'burstId = :key AND part = :part',
      ExpressionAttributeValues: { ':key': ingestKey(partner, hashtag), ':part': 'vouched' },
      ConsistentRead: true,
    });
    return (await takeItems(items, readVouchedItem, 1))[0];
  }

  return {
    read,
    vouched,

    async add(shelf, posts) {
      const { records, fresh, ended } = newsOf(posts, await known(shelf, posts));
      await addHandedIn(table, ingestKey(shelf.partner, shelf.hashtag), records);
      return { fresh, ended };
    },

    async saveVouched(state) {
      const next = { ...state, version: state.version + 1 };
      await putNextVersion(table, vouchedItem(next));
      return next;
    },

    async forget({ partner, hashtag }) {
      const Key = { burstId: ingestKey(partner, hashtag), part: 'vouched' };
      await client.send(new DeleteCommand({ TableName: tableName, Key }));
    },

    async draw(partner, lines, atMs) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { burstId: ingestKey(partner, null), part: `drawn#${minuteKey(atMs)}` },
          UpdateExpression: 'SET #ttl = :ttl ADD batches :one, #lines :lines',
          ExpressionAttributeNames: { '#ttl': 'ttl', '#lines': 'lines' },
          ExpressionAttributeValues: {
            ':ttl': Math.floor(atMs / 1000) + secondsInDay,
            ':one': 1,
            ':lines': lines,
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Drawn.parse(Attributes);
    },
  };
}

/** The posts of each minute, put together from all its items. */
async function* byMinute(items: AsyncIterable<unknown>): AsyncGenerator<readonly SealedPost[]> {
  let minute = '';
  let records: SealedPost[] = [];
  for await (const item of items) {
    const found = readHandedIn(item);
    if (found.minute !== minute && records.length > 0) {
      yield uniteHandedIn(records);
      records = [];
    }
    minute = found.minute;
    records.push(...found.posts);
  }
  if (records.length > 0) yield uniteHandedIn(records);
}
