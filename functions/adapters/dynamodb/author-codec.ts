import { StoredItemError } from '../../model/errors.ts';
import { AGE_CLASSES, type AuthorMemory } from '../../model/usual-authors.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { type ByteWriter, byteWriter } from './byte-writer.ts';

/** Packs what is known of usual authors without loss; languages and places in their order, days ascending. */
export function encodeAuthors(memory: Omit<AuthorMemory, 'version'>): Uint8Array {
  const { names, seen } = memory;
  const writer = byteWriter();
  writer.count(memory.accounts);
  writer.count(memory.seenAccounts);
  writer.count(seen.length);
  writer.raw(seen);
  for (let age = 0; age < AGE_CLASSES; age += 1) writer.count(memory.ages[age] ?? 0);
  for (const count of [names.plain, names.stock, names.newsroom]) writer.count(count);
  writeDays(writer, memory.createdDays);
  writeMap(writer, memory.languages, writer.text);
  writeMap(writer, memory.places, writer.count);
  return writer.finish();
}

/** @throws {StoredItemError} if `bytes` were not made by `encodeAuthors` */
export function decodeAuthors(bytes: Uint8Array): Omit<AuthorMemory, 'version'> {
  const reader = byteReader(bytes);
  const accounts = reader.count();
  const seenAccounts = reader.count();
  const seen = Uint8Array.from(reader.raw(lengthOf(reader, bytes)));
  const ages = Array.from({ length: AGE_CLASSES }, () => reader.count());
  const names = { plain: reader.count(), stock: reader.count(), newsroom: reader.count() };
  const createdDays = readDays(reader, bytes);
  const languages = readMap(reader, bytes, reader.text);
  const places = readMap(reader, bytes, reader.count);
  return { accounts, seenAccounts, seen, ages, names, createdDays, languages, places };
}

/**
 * Each day as the distance from the day before, which leaves a byte for most: the lowest bit tells
 * whether a count follows, or one account was made that day.
 */
function writeDays(writer: ByteWriter, days: ReadonlyMap<number, number>): void {
  const ascending = [...days].sort(([one], [other]) => one - other);
  writer.count(ascending.length);
  let before = 0;
  for (const [day, count] of ascending) {
    writer.signed(2 * (day - before) + (count > 1 ? 1 : 0));
    if (count > 1) writer.count(count);
    before = day;
  }
}

function readDays(reader: ByteReader, bytes: Uint8Array): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  let day = 0;
  for (let left = lengthOf(reader, bytes); left > 0; left -= 1) {
    const step = reader.signed();
    day += Math.floor(step / 2);
    days.set(day, step % 2 === 0 ? 1 : reader.count());
  }
  return days;
}

function writeMap<Key>(
  writer: ByteWriter,
  counts: ReadonlyMap<Key, number>,
  write: (key: Key) => void,
): void {
  writer.count(counts.size);
  for (const [key, count] of counts) {
    write(key);
    writer.count(count);
  }
}

function readMap<Key>(
  reader: ByteReader,
  bytes: Uint8Array,
  read: () => Key,
): ReadonlyMap<Key, number> {
  const length = lengthOf(reader, bytes);
  return new Map(Array.from({ length }, () => [read(), reader.count()] as const));
}

/** A length that the bytes can hold. */
function lengthOf(reader: ByteReader, bytes: Uint8Array): number {
  const length = reader.count();
  if (length > bytes.length) throw new StoredItemError(`packed authors of ${length} are too long`);
  return length;
}
