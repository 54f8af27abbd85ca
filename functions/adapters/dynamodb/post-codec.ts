import { InputError } from '../../model/errors.ts';
import { NAME_CLASSES, type Post, type TextMark } from '../../model/post.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { type ByteWriter, byteWriter } from './byte-writer.ts';
import { PSEUDONYM_BYTES, pseudonymFromBytes, pseudonymToBytes } from './pseudonym-bytes.ts';

/** Which of the parts that a post may lack are there, and its yes-or-no facts: one bit each. */
const HAS = {
  repost: 1,
  accountCreated: 2,
  text: 4,
  language: 8,
  followers: 16,
  deleted: 32,
  link: 64,
  quotes: 128,
} as const;

/**
 * Posts of which anything is known that was not kept at first begin with this byte, and carry a second
 * byte of flags each. No post of the first form begins so: a link without a text.
 */
const SECOND_FORM = HAS.link;

/** The second byte: whether a place is there, and above it the class of the names, 0 where unknown. */
const HAS_PLACE = 1;
const NAMES_SHIFT = 1;

const TEXT_HASH = /^[0-9a-f]{16}$/;
const HASH_BYTES = 8;

/** Packs posts without loss, each time as the difference from the post before. */
export function encodePosts(posts: readonly Post[]): Uint8Array {
  const writer = byteWriter();
  const more = posts.some(({ names, place }) => names !== undefined || place !== undefined);
  if (more) writer.byte(SECOND_FORM);
  let beforeMs = 0;
  for (const post of posts) {
    writePost(writer, post, beforeMs);
    if (more) writeAuthor(writer, post);
    beforeMs = post.createdMs;
  }
  return writer.finish();
}

/** @throws {StoredItemError} if `bytes` were not made by `encodePosts` */
export function decodePosts(bytes: Uint8Array): readonly Post[] {
  const more = bytes[0] === SECOND_FORM;
  const reader = byteReader(more ? bytes.subarray(1) : bytes);
  const posts: Post[] = [];
  let beforeMs = 0;
  while (!reader.done()) {
    const post = readPost(reader, beforeMs);
    posts.push(more ? { ...post, ...readAuthor(reader) } : post);
    beforeMs = post.createdMs;
  }
  return posts;
}

function writePost(writer: ByteWriter, post: Post, beforeMs: number): void {
  writer.byte(flagsOf(post));
  writer.text(post.id);
  writer.raw(pseudonymToBytes(post.account));
  writer.signed(post.createdMs - beforeMs);
  if (post.accountCreatedMs !== null) writer.signed(post.createdMs - post.accountCreatedMs);
  if (post.text !== null) writeText(writer, post.text);
  if (post.language !== null) writer.text(post.language);
  if (post.followersBucket !== null) writer.count(post.followersBucket);
  if (post.deletedMs !== null) writer.signed(post.deletedMs - post.createdMs);
}

function writeAuthor(writer: ByteWriter, { names, place }: Post): void {
  const named = names === undefined ? 0 : NAME_CLASSES.indexOf(names) + 1;
  writer.byte((place === undefined ? 0 : HAS_PLACE) | (named << NAMES_SHIFT));
  if (place !== undefined) writer.count(place);
}

function readAuthor(reader: ByteReader): Pick<Post, 'names' | 'place'> {
  const flags = reader.byte();
  const names = NAME_CLASSES[(flags >> NAMES_SHIFT) - 1];
  return {
    ...(names !== undefined && { names }),
    ...((flags & HAS_PLACE) !== 0 && { place: reader.count() }),
  };
}

function readPost(reader: ByteReader, beforeMs: number): Post {
  const flags = reader.byte();
  const has = (bit: number) => (flags & bit) !== 0;
  const id = reader.text();
  const account = pseudonymFromBytes(reader.raw(PSEUDONYM_BYTES));
  const createdMs = beforeMs + reader.signed();
  return {
    id,
    account,
    createdMs,
    accountCreatedMs: has(HAS.accountCreated) ? createdMs - reader.signed() : null,
    repost: has(HAS.repost),
    text: has(HAS.text) ? readText(reader, has(HAS.link), has(HAS.quotes)) : null,
    language: has(HAS.language) ? reader.text() : null,
    followersBucket: has(HAS.followers) ? reader.count() : null,
    deletedMs: has(HAS.deleted) ? createdMs + reader.signed() : null,
  };
}

function flagsOf(post: Post): number {
  const facts: readonly (readonly [boolean, number])[] = [
    [post.repost, HAS.repost],
    [post.accountCreatedMs !== null, HAS.accountCreated],
    [post.text !== null, HAS.text],
    [post.language !== null, HAS.language],
    [post.followersBucket !== null, HAS.followers],
    [post.deletedMs !== null, HAS.deleted],
    [post.text?.link === true, HAS.link],
    [post.text?.quotes === true, HAS.quotes],
  ];
  return facts.reduce((flags, [fact, bit]) => (fact ? flags | bit : flags), 0);
}

function writeText(writer: ByteWriter, text: TextMark): void {
  if (!TEXT_HASH.test(text.hash))
    throw new InputError('a text mark requires a hash of 16 lower-case hexadecimal digits');
  writer.raw(Buffer.from(text.hash, 'hex'));
  writer.count(text.words);
  writer.count(text.signature.length);
  const minima = new DataView(new ArrayBuffer(4 * text.signature.length));
  for (const [index, minimum] of text.signature.entries()) {
    if (!Number.isInteger(minimum) || minimum < 0 || minimum > 0xffffffff)
      throw new InputError('a text mark requires a signature of unsigned 32-bit numbers');
    minima.setUint32(4 * index, minimum);
  }
  writer.raw(new Uint8Array(minima.buffer));
}

function readText(reader: ByteReader, link: boolean, quotes: boolean): TextMark {
  const hash = Buffer.from(reader.raw(HASH_BYTES)).toString('hex');
  const words = reader.count();
  const length = reader.count();
  const bytes = reader.raw(4 * length);
  const minima = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = Array.from({ length }, (_, index) => minima.getUint32(4 * index));
  return { hash, signature, words, link, quotes };
}
