import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

export type ItemUpdate = {
  readonly expression: string;
  readonly condition: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
};

/** Changes a part of an item, in one write. @returns the item after it; undefined if the condition does not hold */
export async function updateIf(
  table: { readonly client: DynamoDBDocumentClient; readonly name: string },
  Key: Readonly<Record<string, unknown>>,
  { expression, condition, names, values }: ItemUpdate,
): Promise<Record<string, unknown> | undefined> {
  try {
    const { Attributes } = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { ...Key },
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeNames: { ...names },
        ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: { ...values } }),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes ?? {};
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
