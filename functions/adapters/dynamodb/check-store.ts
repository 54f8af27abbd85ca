import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { CheckStore } from '../../ports/check-store.ts';
import { checkItem, checkKey, readCheckItem } from './check-item.ts';
import { putNextVersion } from './put-if.ts';

/** Keeps checks in the table of the bursts, each under a key of its own. */
export function dynamoCheckStore(client: DynamoDBDocumentClient, tableName: string): CheckStore {
  const table = { client, name: tableName, key: 'watchId' };
  return {
    async get(checkId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: checkKey(checkId), ConsistentRead: true }),
      );
      return Item && readCheckItem(Item);
    },

    async save(check) {
      const saved = { ...check, version: check.version + 1 };
      await putNextVersion(table, checkItem(saved));
      return saved;
    },
  };
}
