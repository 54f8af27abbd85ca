import { PostFileError } from '../replay/post-file-error.ts';
import { LARGEST_RECORD } from './raw-record.ts';

/** The first bytes of an input, unpacked, and the input as if nobody had looked at it. */
export type Sniffed = {
  readonly head: Buffer;
  readonly whole: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
};

const LEAST_HEAD = 65_536;
const LINE_END = 0x0a;

/** At least 64 KB if there are as many, and the whole first line. */
export async function sniffed(bytes: AsyncIterable<Uint8Array>): Promise<Sniffed> {
  const chunks = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  let lineEnded = false;
  while (length < LEAST_HEAD || (!lineEnded && length < LARGEST_RECORD)) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
    lineEnded ||= next.value.includes(LINE_END);
  }
  return {
    head: Buffer.concat(read),
    whole: withHead(read, chunks),
    close: async () => {
      await chunks.return?.();
    },
  };
}

async function* withHead(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* read;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

const MAGIC: readonly (readonly [string, string])[] = [
  [
    '504b0304',
    'a zip or a spreadsheet requires unpacking first: unzip -p FILE | turfwatch check -, or save it as CSV',
  ],
  ['fffe', 'requires UTF-8, and this is UTF-16: save it as UTF-8'],
  ['feff', 'requires UTF-8, and this is UTF-16: save it as UTF-8'],
  ['425a68', 'bzip2 requires unpacking first: bzip2 -dc FILE | turfwatch check -'],
  ['fd377a58', 'xz requires unpacking first: xz -dc FILE | turfwatch check -'],
];

/** @throws {PostFileError} for what can never be posts in text */
export function refuseBinary(head: Buffer, file: string): void {
  const start = head.subarray(0, 4).toString('hex');
  const known = MAGIC.find(([magic]) => start.startsWith(magic));
  if (known !== undefined) throw new PostFileError(file, known[1]);
}
