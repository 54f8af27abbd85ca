import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SealedPost } from '../../model/post.ts';
import { handedInItem, minuteKey } from './ingest-item.ts';
import { SEEN } from './post-item.ts';
import { putIfAbsent } from './put-if.ts';

/** Well under the 400 KB that an item may have. */
const HEAVIEST_BYTES = 350_000;

/** Items put at the same time. */
const AT_ONCE = 25;

type Table = {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  readonly key: string;
};

/** Adds posts as items of their minutes. Items are added, never changed: no writer undoes another. */
export async function addHandedIn(
  table: Table,
  burstId: string,
  posts: readonly SealedPost[],
): Promise<void> {
  const sorted = [...posts].sort((one, other) => (one.id < other.id ? -1 : 1));
  const minutes = Map.groupBy(sorted, ({ createdMs }) => minuteKey(createdMs));
  const items = [...minutes].flatMap(([minute, made]) =>
    portionsOf(made).map((portion) => handedInItem(burstId, minute, portion)),
  );
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map((item) => putIfAbsent(table, item)));
}

function portionsOf(posts: readonly SealedPost[]): readonly (readonly SealedPost[])[] {
  const portions: SealedPost[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const post of posts) {
    const weight = weightOf(post);
    if (bytes + weight > HEAVIEST_BYTES) {
      portions.push([]);
      bytes = 0;
    }
    portions.at(-1)?.push(post);
    bytes += weight;
  }
  return portions;
}

function weightOf({ sealed, hashtags }: SealedPost): number {
  return hashtags.reduce((sum, { length }) => sum + 4 + 3 * length, SEEN.weightOf(sealed));
}
