/** A line longer than this is no post, and a file without line ends must not fill the memory. Characters. */
const LONGEST_LINE = 1_048_576;

/** A line of text without its end, or null for one that is too long to be kept. */
export type Line = string | null;

type Carry = { text: string; tooLong: boolean };

/** Lines of UTF-8 text, as many at a time as a chunk brings; the last need not end. Empty lines are kept: they count. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder();
  const carry: Carry = { text: '', tooLong: false };
  for await (const chunk of chunks) {
    yield takeLines(carry, decoder.decode(chunk, { stream: true }));
  }
  keep(carry, decoder.decode());
  if (carry.text !== '' || carry.tooLong) yield [endOf(carry)];
}

function takeLines(carry: Carry, text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    keep(carry, text.slice(from, end));
    lines.push(endOf(carry));
    from = end + 1;
  }
  keep(carry, text.slice(from));
  return lines;
}

function keep(carry: Carry, text: string): void {
  if (carry.text.length + text.length > LONGEST_LINE) carry.tooLong = true;
  carry.text = carry.tooLong ? '' : carry.text + text;
}

function endOf(carry: Carry): Line {
  const line = carry.tooLong ? null : carry.text;
  carry.text = '';
  carry.tooLong = false;
  return line;
}
