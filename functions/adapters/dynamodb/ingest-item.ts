import { createHash } from 'node:crypto';
import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import { StoredItemError } from '../../model/errors.ts';
import type { SealedPost } from '../../model/post.ts';
import type { Vouched } from '../../model/vouched.ts';
import { byteReader } from './byte-reader.ts';
import { byteWriter } from './byte-writer.ts';
import { deflate, inflate } from './deflated.ts';
import { decodePosts, encodePosts } from './post-codec.ts';
import { readStored } from './read-stored.ts';

const MINUTE_MS = 60_000;

/** A week can be asked for; a day more for clocks and late deletions. */
const KEPT_SECONDS = 8 * secondsInDay;

const Packed = z.object({ part: z.string(), packed: z.instanceof(Uint8Array) });

const Vouches = z.object({
  partner: z.string(),
  hashtag: z.string().nullable(),
  sinceMs: z.number(),
  spans: z.array(z.object({ fromMs: z.number(), toMs: z.number() })),
  version: z.int().positive(),
}) satisfies z.ZodType<Vouched>;

/** Partition of what one partner hands in of one hashtag, or (null) of the partner itself. Neither is the id of a burst. */
export function ingestKey(partner: string, hashtag: string | null): string {
  return hashtag === null ? `ingest#${partner}` : `ingest#${partner}#${hashtag}`;
}

/** Beginning of the sort keys of a minute, which ascend with time. */
export function minuteKey(atMs: number): string {
  return `minute#${String(Math.floor(atMs / MINUTE_MS) * MINUTE_MS).padStart(15, '0')}`;
}

/** The item's key follows from what is in it, so that the same posts handed in twice at once are one item. */
export function handedInItem(burstId: string, minute: string, posts: readonly SealedPost[]) {
  const packed = encode(posts);
  const hash = createHash('sha256').update(packed).digest('hex').slice(0, 16);
  const lastMs = Math.max(...posts.map(({ createdMs }) => createdMs));
  return {
    burstId,
    part: `${minute}#${hash}`,
    packed: deflate(packed),
    ttl: Math.floor(lastMs / 1000) + KEPT_SECONDS,
  };
}

/** @returns the beginning of its sort key, and the posts */
export function readHandedIn(item: unknown): {
  readonly minute: string;
  readonly posts: readonly SealedPost[];
} {
  try {
    const { part, packed } = Packed.parse(item);
    return { minute: part.slice(0, part.lastIndexOf('#')), posts: decode(inflate(packed)) };
  } catch (cause) {
    throw new StoredItemError('item of posts handed in is malformed', { cause });
  }
}

export function vouchedItem(vouched: Vouched) {
  return { ...vouched, burstId: ingestKey(vouched.partner, vouched.hashtag), part: 'vouched' };
}

export function readVouchedItem(item: unknown): Vouched {
  return readStored(Vouches, item, 'item of what a partner vouches for');
}

function encode(posts: readonly SealedPost[]): Uint8Array {
  const writer = byteWriter();
  const sealed = encodePosts(posts.map((post) => post.sealed));
  writer.count(sealed.length);
  writer.raw(sealed);
  for (const { hashtags } of posts) {
    writer.count(hashtags.length);
    for (const hashtag of hashtags) writer.text(hashtag);
  }
  return writer.finish();
}

function decode(bytes: Uint8Array): readonly SealedPost[] {
  const reader = byteReader(bytes);
  return decodePosts(reader.raw(reader.count())).map((sealed) => ({
    id: sealed.id,
    createdMs: sealed.createdMs,
    sealed,
    hashtags: Array.from({ length: reader.count() }, () => reader.text()),
  }));
}
