import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { deleteItems } from './delete-items.ts';

type Key = { readonly name: string };
type ExpiringTable = {
  readonly partitionKey: Key;
  readonly sortKey?: Key;
  readonly ttl?: string;
};

/**
 * Deletes the items whose life is over. For the embedded database, which does not do it by itself
 * as DynamoDB does.
 *
 * @param shape as settings/tables.ts has it; a table without `ttl` keeps everything
 * @returns how many
 */
export async function sweepExpired(
  client: DynamoDBDocumentClient,
  tableName: string,
  shape: ExpiringTable,
  nowMs: number,
): Promise<number> {
  if (shape.ttl === undefined) return 0;
  const keys = [shape.partitionKey, ...(shape.sortKey ? [shape.sortKey] : [])];
  let swept = 0;
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: '#ttl <= :now',
        ProjectionExpression: keys.map((_, index) => `#key${index}`).join(', '),
        ExpressionAttributeNames: {
          '#ttl': shape.ttl,
          ...Object.fromEntries(keys.map(({ name }, index) => [`#key${index}`, name])),
        },
        ExpressionAttributeValues: { ':now': Math.floor(nowMs / 1000) },
        ExclusiveStartKey: start,
      }),
    );
    await deleteItems(client, tableName, page.Items ?? []);
    swept += page.Items?.length ?? 0;
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return swept;
}
