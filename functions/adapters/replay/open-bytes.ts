import { createReadStream } from 'node:fs';
import { Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

/** How packed files begin, and what unpacks them. */
const PACKINGS = [
  { magic: [0x1f, 0x8b], unpacker: createGunzip },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], unpacker: createZstdDecompress },
] as const;

const LONGEST_MAGIC = 4;

/** Stands for standard input wherever a file may be named. */
export const STANDARD_INPUT = '-';

/**
 * The bytes of a file or of standard input, unpacked if they are gzip or zstd: told by their first
 * bytes, not by a name.
 *
 * @param onBytes told how many bytes were read so far, before unpacking
 */
export async function* openBytes(
  file: string,
  standardInput: AsyncIterable<Uint8Array>,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const bytes = file === STANDARD_INPUT ? standardInput : createReadStream(file);
  const chunks = (onBytes ? counted(bytes, onBytes) : bytes)[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks);
    const whole = withHead(head, chunks);
    const packing = PACKINGS.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
    yield* packing ? unpack(whole, packing.unpacker()) : whole;
  } finally {
    await chunks.return?.();
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    onBytes(read);
    yield chunk;
  }
}

/** At least four bytes, if there are as many: a pipe may bring them one by one. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < LONGEST_MAGIC) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* withHead(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpack(
  packed: AsyncIterable<Uint8Array>,
  unpacker: Transform,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  source.on('error', (error) => unpacker.destroy(error));
  yield* source.pipe(unpacker);
}
