/** Characters in a line of the report: two less than a narrow page. */
const WIDTH = 96;

const INDENT = '  ';

/** A sentence over as many indented lines as it needs, the first led by `mark`. */
export function wrapped(text: string, mark = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  const hanging = ' '.repeat(mark.length);
  return [...lines, line].map((one, index) => INDENT + (index === 0 ? mark : hanging) + one);
}
