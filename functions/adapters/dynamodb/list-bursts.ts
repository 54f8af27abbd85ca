import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Burst } from '../../model/burst.ts';
import type { BurstPage, BurstQuery } from '../../ports/burst-store.ts';
import { type BurstCursor, readCursor, writeCursor } from '../stored/burst-cursor.ts';
import { passes } from '../stored/burst-filter.ts';
import { ANY_BURST, readBurstItem } from './burst-item.ts';
import { queryItems } from './query-items.ts';

/** After so many bursts that do not pass, a page is given out as it is, with a cursor that goes on. */
const MOST_READ = 5_000;

/** With filters more is read than is given out. */
const READ_AT_ONCE = 200;

/** A time that is later than any. */
const LAST_MS = Number.MAX_SAFE_INTEGER;

type Table = { readonly client: DynamoDBDocumentClient; readonly name: string };

/** A page of bursts, newest first, from the index `started`. */
export async function listBursts(table: Table, query: BurstQuery): Promise<BurstPage> {
  const bursts: Burst[] = [];
  let read = 0;
  let last: Burst | undefined;
  for await (const item of itemsOf(table, query)) {
    if (last !== undefined && (bursts.length >= query.limit || read >= MOST_READ))
      return { bursts, next: writeCursor(last) };
    last = readBurstItem(item);
    read += 1;
    if (passes(last, query)) bursts.push(last);
  }
  return { bursts, next: null };
}

async function* itemsOf({ client, name }: Table, query: BurstQuery) {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const oldestMs = Math.max(Math.ceil(query.fromMs), 0);
  const newestMs = newestOf(query, after);
  if (oldestMs > newestMs) return;
  yield* queryItems(client, {
    TableName: name,
    IndexName: 'started',
    KeyConditionExpression: 'kind = :kind AND startMs BETWEEN :oldest AND :newest',
    ExpressionAttributeValues: { ':kind': ANY_BURST, ':oldest': oldestMs, ':newest': newestMs },
    ScanIndexForward: false,
    Limit: READ_AT_ONCE,
    ...(after?.startMs === newestMs && { ExclusiveStartKey: { ...after, kind: ANY_BURST } }),
  });
}

/** The newest start, inclusive, that is asked for: where the page before ended, if there was one. */
function newestOf(query: BurstQuery, after: BurstCursor | undefined): number {
  return Math.min(Math.ceil(query.toMs) - 1, after?.startMs ?? LAST_MS, LAST_MS);
}
