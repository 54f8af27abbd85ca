import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ConflictError } from '../../model/errors.ts';

type Item = Record<string, unknown>;
type Table = {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  /** An attribute that every item of the table has. */
  readonly key: string;
};

/** Puts an item where there is none. @returns false if there is one */
export async function putIfAbsent(table: Table, item: Item): Promise<boolean> {
  return putIf(table, item, { ConditionExpression: 'attribute_not_exists(#key)' });
}

/**
 * Puts an item in the place of the one with the version before it; the first version is 1.
 *
 * @throws {ConflictError} if there is another version, or none
 */
export async function putNextVersion(
  table: Table,
  item: Item & { readonly version: number },
): Promise<void> {
  const before = item.version - 1;
  const done =
    before === 0
      ? await putIfAbsent(table, item)
      : await putIf(table, item, {
          ConditionExpression: 'attribute_exists(#key) AND version = :before',
          ExpressionAttributeValues: { ':before': before },
        });
  if (!done) throw new ConflictError(`version ${before} is required to be the one stored`);
}

async function putIf(
  { client, name, key }: Table,
  Item: Item,
  condition: {
    readonly ConditionExpression: string;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  },
): Promise<boolean> {
  try {
    const names = { ExpressionAttributeNames: { '#key': key } };
    await client.send(new PutCommand({ TableName: name, Item, ...names, ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
