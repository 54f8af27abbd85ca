import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import { StoredItemError } from '../../model/errors.ts';
import type { Post } from '../../model/post.ts';
import { isSuspectedId } from '../../model/suspected.ts';
import { byteReader } from './byte-reader.ts';
import { byteWriter } from './byte-writer.ts';
import { deflate, inflate } from './deflated.ts';
import { decodePosts, encodePosts } from './post-codec.ts';

/** Posts are kept so long; those of a burst that is only suspected until one has opened or not. */
const KEPT_SECONDS = 30 * secondsInDay;
const SUSPECTED_SECONDS = secondsInDay;

const PostItem = z.object({ packed: z.instanceof(Uint8Array) });

/** One of the two things that a poll leaves of a burst, and how it is packed. */
export type PostPart<Entry> = {
  readonly name: 'seen' | 'gone';
  readonly idOf: (entry: Entry) => string;
  /** No fewer bytes than the entry takes. */
  readonly weightOf: (entry: Entry) => number;
  readonly encode: (entries: readonly Entry[]) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => readonly Entry[];
};

/** Posts that a poll saw. */
export const SEEN: PostPart<Post> = {
  name: 'seen',
  idOf: (post) => post.id,
  weightOf: ({ id, text, language }) =>
    72 + 3 * (id.length + (language?.length ?? 0)) + 4 * (text?.signature.length ?? 0),
  encode: encodePosts,
  decode: decodePosts,
};

/** Ids of posts that a poll missed. */
export const GONE: PostPart<string> = {
  name: 'gone',
  idOf: (id) => id,
  weightOf: (id) => 4 + 3 * id.length,
  encode: encodeTexts,
  decode: decodeTexts,
};

/** Sort key of what a poll left; the items of a poll are numbered from 0. */
export function partKey(name: 'seen' | 'gone', pollMs: number): string {
  return `${name}#${String(pollMs).padStart(15, '0')}`;
}

export function postItem<Entry>(
  part: PostPart<Entry>,
  key: { readonly burstId: string; readonly pollMs: number; readonly number: number },
  entries: readonly Entry[],
) {
  return {
    burstId: key.burstId,
    part: `${partKey(part.name, key.pollMs)}#${String(key.number).padStart(6, '0')}`,
    packed: deflate(part.encode(entries)),
    ttl: endOfLife(key),
  };
}

export function readPostItem<Entry>(part: PostPart<Entry>, item: unknown): readonly Entry[] {
  try {
    return part.decode(inflate(PostItem.parse(item).packed));
  } catch (cause) {
    throw new StoredItemError(`item of posts ${part.name} is malformed`, { cause });
  }
}

export function pollOf(item: { readonly part?: unknown }): number {
  return Number(String(item.part).split('#')[1]);
}

function encodeTexts(texts: readonly string[]): Uint8Array {
  const writer = byteWriter();
  for (const text of texts) writer.text(text);
  return writer.finish();
}

function decodeTexts(bytes: Uint8Array): readonly string[] {
  const reader = byteReader(bytes);
  const texts: string[] = [];
  while (!reader.done()) texts.push(reader.text());
  return texts;
}

function endOfLife({
  burstId,
  pollMs,
}: {
  readonly burstId: string;
  readonly pollMs: number;
}): number {
  const seconds = isSuspectedId(burstId) ? SUSPECTED_SECONDS : KEPT_SECONDS;
  return Math.floor(pollMs / 1000) + seconds;
}
