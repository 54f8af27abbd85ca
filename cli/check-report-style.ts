import { styleText } from 'node:util';
import type { VerdictLevel } from '../functions/model/verdict.ts';

const COLOURS = {
  coordinated: 'red',
  suspicious: 'yellow',
  organic: 'green',
  undecided: 'gray',
} as const satisfies Record<VerdictLevel, string>;

/** Text in the colour of a level. Without colour where the output is no terminal, or NO_COLOR asks for none. */
export function inColourOf(level: VerdictLevel, text: string): string {
  return styleText(COLOURS[level], text);
}

export function bold(text: string): string {
  return styleText('bold', text);
}

export function dim(text: string): string {
  return styleText('dim', text);
}
