import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import type { Sealer } from '../../ports/sealer.ts';
import type { TokenStore } from '../../ports/token-store.ts';

/** No network renews a login that nobody used for so long. */
const KEPT_SECONDS = 90 * secondsInDay;

const TokenItem = z.object({ sealed: z.string() });

/**
 * Keeps a token in the table of the bursts, sealed, under a key that no watch can have.
 *
 * @param name of the login, no secret in it: `bluesky:bsky.social`
 */
export function dynamoTokenStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  name: string,
  sealer: Sealer,
): TokenStore {
  const Key = { watchId: `token#${name}`, startMs: 0 };
  return {
    async load() {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key, ConsistentRead: true }),
      );
      // One that cannot be read is as good as none: a new login replaces it.
      const item = TokenItem.safeParse(Item);
      return item.success ? sealer.open(item.data.sealed) : undefined;
    },

    async save(token, atMs) {
      const ttl = Math.floor(atMs / 1000) + KEPT_SECONDS;
      const Item = { ...Key, sealed: sealer.seal(token), ttl };
      await client.send(new PutCommand({ TableName: tableName, Item }));
    },
  };
}
