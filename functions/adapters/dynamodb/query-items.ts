import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';

type Item = Record<string, unknown>;

/** The items of a query, one after the other, however many pages it takes; asks for a page only when it is reached. */
export async function* queryItems(
  client: DynamoDBDocumentClient,
  input: QueryCommandInput,
): AsyncGenerator<Item> {
  let start = input.ExclusiveStartKey;
  do {
    const page = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: start }));
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

/** What of a table waits under one mark of its index `pending`. */
export function queryPending(
  client: DynamoDBDocumentClient,
  tableName: string,
  mark: string,
  limit: number,
): AsyncGenerator<Item> {
  return queryItems(client, {
    TableName: tableName,
    IndexName: 'pending',
    KeyConditionExpression: 'pending = :pending',
    ExpressionAttributeValues: { ':pending': mark },
    Limit: limit,
  });
}

/** The first `limit` items, read as `Found`. */
export async function takeItems<Found>(
  items: AsyncIterable<Item>,
  read: (item: Item) => Found,
  limit = Number.POSITIVE_INFINITY,
): Promise<Found[]> {
  const taken: Found[] = [];
  if (limit <= 0) return taken;
  for await (const item of items) {
    taken.push(read(item));
    if (taken.length >= limit) break;
  }
  return taken;
}
