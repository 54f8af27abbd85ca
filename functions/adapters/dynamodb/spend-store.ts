import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import type { SpendMonth, SpendStore } from '../../ports/spend-store.ts';
import { readStored } from './read-stored.ts';

/** From the month's first day: a year later one may still ask what it cost. */
const KEPT_SECONDS = 400 * secondsInDay;

const SpendItem = z.object({ spent: z.int() });

/** Keeps the months in the table of the bursts, each under a key that no watch can have; an update is one write unit. */
export function dynamoSpendStore(client: DynamoDBDocumentClient, tableName: string): SpendStore {
  async function add(of: SpendMonth, amount: number, room?: number): Promise<void> {
    const ttl = Date.parse(`${of.month}-01`) / 1000 + KEPT_SECONDS;
    const condition = 'attribute_not_exists(spent) OR spent <= :room';
    await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: keyOf(of),
        UpdateExpression: 'SET #ttl = :ttl ADD spent :amount',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':ttl': ttl,
          ':amount': amount,
          ...(room !== undefined && { ':room': room }),
        },
        ...(room !== undefined && { ConditionExpression: condition }),
      }),
    );
  }
  return {
    async reserve(of, amount, most) {
      if (amount > most) return false;
      try {
        await add(of, amount, most - amount);
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    settle: (of, difference) => add(of, difference),
    async spent(of) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(of), ConsistentRead: true }),
      );
      return Item === undefined ? 0 : readItem(Item);
    },
  };
}

function keyOf({ credential, month }: SpendMonth) {
  return { watchId: `spent#${credential}#${month}`, startMs: 0 };
}

function readItem(item: unknown): number {
  return readStored(SpendItem, item, 'item of a month of spending').spent;
}
