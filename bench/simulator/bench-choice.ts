import { InputError } from '../../functions/model/errors.ts';
import type { BenchOptions } from './bench-options.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { Label } from './truth.ts';

/** Options of the command line that only the simulator knows, for `parseArgs`. */
export const SIMULATOR_OPTIONS = {
  seeds: { type: 'string' },
  size: { type: 'string' },
  scenarios: { type: 'string' },
  earlier: { type: 'string' },
  doses: { type: 'string' },
  polls: { type: 'string' },
  'no-knobs': { type: 'boolean' },
} as const;

export const SIMULATOR_HELP = `Of the simulator; with one of these nothing is written:
  --seeds N       of each scenario that nobody hides (16 at 200 posts, 6 at 2,000, 1 above by default);
                  covert ones get a tenth, events of more than 2,000 posts fewer in proportion
  --size N        only events of about so many posts, instead of 200, 2,000 and 20,000
  --scenarios A,B only these; organic and covert stand for all of that label, open for open and mixed
  --earlier N,M   only with so many earlier events known
  --doses N,M     of the covert ones only these
  --polls N,M     only polls of so many seconds
  --no-knobs      without the evasions
  --long          also events of 70,000 posts`;

type Given = {
  readonly [Name in keyof typeof SIMULATOR_OPTIONS]?: Name extends 'no-knobs' ? boolean : string;
};

/** @throws {InputError} for a number that is none, or a scenario that there is not */
export function chosen(given: Given): BenchOptions {
  const { seeds, size, scenarios, earlier, doses, polls } = given;
  return {
    ...(seeds === undefined ? {} : { seeds: whole(seeds, '--seeds') }),
    ...(size === undefined ? {} : { size: whole(size, '--size') }),
    ...(scenarios === undefined ? {} : { scenarios: known(scenarios.split(',')) }),
    ...(earlier === undefined ? {} : { earlier: numbers(earlier, '--earlier') }),
    ...(doses === undefined ? {} : { doses: numbers(doses, '--doses') }),
    ...(polls === undefined ? {} : { polls: numbers(polls, '--polls') }),
    ...(given['no-knobs'] ? { knobs: false } : {}),
  };
}

/** @throws {InputError} for what is no whole number above zero */
export function whole(text: string, name: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InputError(`${name} requires a whole number above zero, got ${text}`);
}

function numbers(text: string, name: string): readonly number[] {
  if (/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/.test(text)) return text.split(',').map(Number);
  throw new InputError(`${name} requires numbers with commas between them, got ${text}`);
}

const LABELS: Readonly<Record<string, readonly Label[]>> = {
  organic: ['organic'],
  open: ['open', 'mixed'],
  covert: ['covert'],
};

function known(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const labels = LABELS[name];
    const ids = SCENARIOS.filter(({ id, label }) => labels?.includes(label) ?? id === name);
    if (ids.length > 0) return ids.map(({ id }) => id);
    const all = SCENARIOS.map(({ id }) => id).join(', ');
    throw new InputError(
      `--scenarios requires some of ${Object.keys(LABELS).join(', ')}, ${all}, got ${name}`,
    );
  });
}
