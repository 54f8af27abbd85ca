const INDENT = '  ';

/** Width of the column of names. */
const LABEL = 14;

/** Room of a line of the report, in characters. */
export type Room = { readonly width: number };

/** Lines longer than this are hard to read, shorter ones leave no room for a number and its word. */
const WIDEST = 100;
const NARROWEST = 40;

/** @param columns of the terminal; undefined where the output is none */
export function roomFor(columns: number | undefined): Room {
  return { width: Math.min(WIDEST, Math.max(NARROWEST, columns ?? WIDEST)) };
}

/** A sentence over as many indented lines as it needs, the first led by `mark`. */
export function wrapped(text: string, { width }: Room, mark = ''): string[] {
  const hanging = ' '.repeat(mark.length);
  const room = width - INDENT.length - mark.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, index) => INDENT + (index === 0 ? mark : hanging) + one);
}

/** A sentence beside its name, which stands in a column of its own: names, then sentences. */
export function labelled(label: string, text: string, room: Room): string[] {
  return wrapped(text, room, label.padEnd(LABEL));
}
