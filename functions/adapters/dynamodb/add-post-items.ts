import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type PostPart, partKey, postItem, readPostItem } from './post-item.ts';
import { putIfAbsent } from './put-if.ts';
import { queryItems, takeItems } from './query-items.ts';

/** Well under the 400 KB that an item may have. */
const HEAVIEST_BYTES = 350_000;

type Poll = { readonly burstId: string; readonly pollMs: number };

/**
 * Adds what a poll left, in as many items as it takes. An item is added, never changed: where a
 * repeat finds one, it reads what is there and adds only the rest, so that no writer undoes another.
 */
export async function addPostItems<Entry>(
  client: DynamoDBDocumentClient,
  tableName: string,
  part: PostPart<Entry>,
  poll: Poll,
  entries: readonly Entry[],
): Promise<void> {
  const table = { client, name: tableName, key: 'burstId' };
  let left = unknownOf(part, entries, new Set());
  for (let number = 0; left.length > 0; ) {
    const head = left.slice(0, fitting(left.map(part.weightOf)));
    if (await putIfAbsent(table, postItem(part, { ...poll, number }, head))) {
      left = left.slice(head.length);
      number += 1;
      continue;
    }
    const there = await takeItems(itemsOf(client, tableName, part.name, poll), (item) =>
      readPostItem(part, item),
    );
    number = there.length;
    left = unknownOf(part, left, new Set(there.flat().map(part.idOf)));
  }
}

function itemsOf(
  client: DynamoDBDocumentClient,
  TableName: string,
  name: 'seen' | 'gone',
  { burstId, pollMs }: Poll,
) {
  return queryItems(client, {
    TableName,
    KeyConditionExpression: 'burstId = :burstId AND begins_with(part, :poll)',
    ExpressionAttributeValues: { ':burstId': burstId, ':poll': `${partKey(name, pollMs)}#` },
    ConsistentRead: true,
  });
}

/** Entries that are not known yet, each once. */
function unknownOf<Entry>(
  part: PostPart<Entry>,
  entries: readonly Entry[],
  known: Set<string>,
): readonly Entry[] {
  return entries.filter((entry) => {
    const id = part.idOf(entry);
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
}

/** How many of the first fit into one item; at least one. */
function fitting(weights: readonly number[]): number {
  let bytes = 0;
  const first = weights.findIndex((weight) => {
    bytes += weight;
    return bytes > HEAVIEST_BYTES;
  });
  return first === -1 ? weights.length : Math.max(first, 1);
}
