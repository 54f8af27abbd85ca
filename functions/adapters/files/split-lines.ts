import { byteCarry } from './byte-carry.ts';
import { type RawRecord, TOO_LARGE } from './raw-record.ts';

const LINE_END = 0x0a;

/** A record a line, as many at a time as a chunk brings. A broken line takes no other with it. Empty lines are left out. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly RawRecord[]> {
  const carry = byteCarry();
  let line = 0;
  const next = () => {
    line += 1;
    return recordOf(carry.take(), line);
  };
  for await (const chunk of chunks) {
    const records: (RawRecord | undefined)[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      carry.add(chunk.subarray(from, end));
      records.push(next());
      from = end + 1;
    }
    carry.add(chunk.subarray(from));
    yield records.filter((record) => record !== undefined);
  }
  const last = next();
  if (last !== undefined) yield [last];
}

function recordOf(text: string | null, line: number): RawRecord | undefined {
  if (text === null) return { line, text: '', fault: TOO_LARGE };
  return text.trim() === '' ? undefined : { line, text };
}
