import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** Stands for standard input wherever a file may be named. */
export const STANDARD_INPUT = '-';

/** The bytes of a file or of standard input, unpacked if they are gzip: told by their first two bytes, not by a name. */
export async function* openBytes(
  file: string,
  standardInput: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const bytes = file === STANDARD_INPUT ? standardInput : createReadStream(file);
  const chunks = bytes[Symbol.asyncIterator]();
  try {
    const head = await readHead(chunks);
    const whole = withHead(head, chunks);
    yield* isGzip(head) ? unpack(whole) : whole;
  } finally {
    await chunks.return?.();
  }
}

/** At least two bytes, if there are as many: a pipe may bring them one by one. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < GZIP_MAGIC.length) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === GZIP_MAGIC[0] && head[1] === GZIP_MAGIC[1];
}

async function* withHead(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip);
}
