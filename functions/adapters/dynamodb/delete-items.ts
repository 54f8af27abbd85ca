import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Key = Record<string, unknown>;

/** The most that one request takes. */
const BATCH = 25;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 3_200;

/** Deletes items by their keys; what a request leaves undone is asked for again, after a growing pause. */
export async function deleteItems(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly Key[],
): Promise<void> {
  const left = [...keys];
  let pauseMs = FIRST_PAUSE_MS;
  while (left.length > 0) {
    const batch = left.splice(0, BATCH).map((Key) => ({ DeleteRequest: { Key } }));
    const done = await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: batch } }));
    const undone = done.UnprocessedItems?.[tableName] ?? [];
    for (const { DeleteRequest } of undone) if (DeleteRequest?.Key) left.push(DeleteRequest.Key);
    if (undone.length === 0) continue;
    await pause(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
