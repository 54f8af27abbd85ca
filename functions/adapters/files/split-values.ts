import { type ByteCarry, byteCarry } from './byte-carry.ts';
import { type RawRecord, TOO_LARGE } from './raw-record.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const LIST = 0x5b;
const LIST_END = 0x5d;
const LINE_END = 0x0a;
/** Space, tab, line ends, and the three bytes of a byte order mark. */
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

type Splitter = {
  readonly carry: ByteCarry;
  records: RawRecord[];
  /** Brackets open within the value. */
  depth: number;
  /** Whether the values stand in a list. */
  inList: boolean;
  inValue: boolean;
  inText: boolean;
  escaped: boolean;
  line: number;
  /** Where the value begins: its line, and its first byte in this chunk. */
  startLine: number;
  start: number;
};

/**
 * The values of a JSON text one by one, without parsing it: the elements where it is a list, the
 * values themselves where they stand one after another. Memory holds one of them at a time.
 */
export async function* splitValues(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly RawRecord[]> {
  const splitter = newSplitter();
  for await (const chunk of chunks) {
    splitter.records = [];
    splitter.start = 0;
    for (let at = 0; at < chunk.length; at += 1) step(splitter, chunk, at);
    if (splitter.inValue) splitter.carry.add(chunk.subarray(splitter.start));
    yield splitter.records;
  }
  if (splitter.inValue || splitter.inList) yield [cutOff(splitter)];
}

function newSplitter(): Splitter {
  return {
    carry: byteCarry(),
    records: [],
    depth: 0,
    inList: false,
    inValue: false,
    inText: false,
    escaped: false,
    line: 1,
    startLine: 1,
    start: 0,
  };
}

function step(splitter: Splitter, chunk: Uint8Array, at: number): void {
  const byte = chunk[at] ?? 0;
  if (byte === LINE_END) splitter.line += 1;
  if (splitter.inText) within(splitter, byte);
  else if (splitter.inValue) go(splitter, byte, chunk, at);
  else between(splitter, byte, chunk, at);
}

function within(splitter: Splitter, byte: number): void {
  if (splitter.escaped) splitter.escaped = false;
  else if (byte === BACKSLASH) splitter.escaped = true;
  else if (byte === QUOTE) splitter.inText = false;
}

function go(splitter: Splitter, byte: number, chunk: Uint8Array, at: number): void {
  if (byte === QUOTE) splitter.inText = true;
  else if (OPENING.has(byte)) splitter.depth += 1;
  else if (splitter.depth === 0) endScalar(splitter, byte, chunk, at);
  else if (CLOSING.has(byte)) {
    splitter.depth -= 1;
    if (splitter.depth === 0) end(splitter, chunk, at + 1);
  }
}

/** A bare word or number has no bracket that ends it. */
function endScalar(splitter: Splitter, byte: number, chunk: Uint8Array, at: number): void {
  if (byte !== COMMA && !SPACE.has(byte) && !CLOSING.has(byte)) return;
  end(splitter, chunk, at);
  if (byte === LIST_END) splitter.inList = false;
}

function between(splitter: Splitter, byte: number, chunk: Uint8Array, at: number): void {
  if (SPACE.has(byte) || byte === COMMA) return;
  if (byte === LIST && !splitter.inList) splitter.inList = true;
  else if (byte === LIST_END && splitter.inList) splitter.inList = false;
  else {
    splitter.inValue = true;
    splitter.start = at;
    splitter.startLine = splitter.line;
    // A bracket that nothing opened is a value by itself, and a bad one.
    if (CLOSING.has(byte)) end(splitter, chunk, at + 1);
    else go(splitter, byte, chunk, at);
  }
}

function end(splitter: Splitter, chunk: Uint8Array, to: number): void {
  splitter.carry.add(chunk.subarray(splitter.start, to));
  splitter.inValue = false;
  const text = splitter.carry.take();
  const record = { line: splitter.startLine, text: text ?? '' };
  splitter.records.push(text === null ? { ...record, fault: TOO_LARGE } : record);
}

function cutOff({ inValue, startLine, line }: Splitter): RawRecord {
  return { line: inValue ? startLine : line, text: '', fault: 'an end in the middle of it' };
}
