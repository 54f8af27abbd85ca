import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import type { AuthorMemory } from '../../model/usual-authors.ts';
import type { AuthorStore } from '../../ports/author-store.ts';
import { decodeAuthors, encodeAuthors } from './author-codec.ts';
import { putNextVersion } from './put-if.ts';
import { readStored } from './read-stored.ts';

/** What nobody has added to for so long is forgotten. */
const KEPT_SECONDS = 90 * secondsInDay;

const AuthorItem = z.object({
  authors: z.instanceof(Uint8Array).transform(decodeAuthors),
  version: z.int().positive(),
});

/** Keeps usual authors in the table of the bursts, each under a key that no watch can have, in 1 KB. */
export function dynamoAuthorStore(client: DynamoDBDocumentClient, tableName: string): AuthorStore {
  const table = { client, name: tableName, key: 'watchId' };
  const keyOf = (name: string) => ({ watchId: `authors#${name}`, startMs: 0 });
  return {
    async load(name) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(name), ConsistentRead: false }),
      );
      return Item && readItem(Item);
    },

    async save(name, memory, atMs) {
      const saved = { ...memory, version: memory.version + 1 };
      await putNextVersion(table, {
        ...keyOf(name),
        version: saved.version,
        authors: encodeAuthors(saved),
        ttl: Math.floor(atMs / 1000) + KEPT_SECONDS,
      });
      return saved;
    },
  };
}

function readItem(item: unknown): AuthorMemory {
  const { authors, version } = readStored(AuthorItem, item, 'item of usual authors');
  return { ...authors, version };
}
