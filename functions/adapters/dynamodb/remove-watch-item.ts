import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ANY_WATCH } from './count-watches.ts';

/**
 * Removes a watch, and nothing else that lives in its table.
 *
 * @param version removes it only if it is stored with exactly this version
 * @returns whether there was one
 */
export async function removeWatchItem(
  { client, name }: { readonly client: DynamoDBDocumentClient; readonly name: string },
  watchId: string,
  version: number | undefined,
): Promise<boolean> {
  const isVersion = version === undefined ? '' : ' AND version = :version';
  try {
    await client.send(
      new DeleteCommand({
        TableName: name,
        Key: { watchId },
        ConditionExpression: `#k = :watch${isVersion}`,
        ExpressionAttributeNames: { '#k': 'kind' },
        ExpressionAttributeValues: {
          ':watch': ANY_WATCH,
          ...(version !== undefined && { ':version': version }),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
