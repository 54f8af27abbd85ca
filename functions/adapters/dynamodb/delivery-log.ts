import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { secondsInDay } from 'date-fns/constants';
import type { DeliveryLog } from '../../ports/delivery-log.ts';

/** No channel repeats an alert after so long. */
const KEPT_SECONDS = 30 * secondsInDay;

/** Keeps notes in the table of the bursts, each under a key that no watch can have. */
export function dynamoDeliveryLog(client: DynamoDBDocumentClient, tableName: string): DeliveryLog {
  const keyOf = (alertId: string, channel: string) => ({
    watchId: `delivered#${channel}#${alertId}`,
    startMs: 0,
  });
  return {
    async has(alertId, channel) {
      const Key = keyOf(alertId, channel);
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key, ConsistentRead: true }),
      );
      return Item !== undefined;
    },

    async note(alertId, channel, atMs) {
      const ttl = Math.floor(atMs / 1000) + KEPT_SECONDS;
      const Item = { ...keyOf(alertId, channel), ttl };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
  };
}
