import { InputError } from '../../functions/model/errors.ts';
import type { BenchOptions } from './bench-options.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** Options of the command line that only the simulator knows, for `parseArgs`. */
export const SIMULATOR_OPTIONS = {
  seeds: { type: 'string' },
  size: { type: 'string' },
  scenarios: { type: 'string' },
} as const;

export const SIMULATOR_HELP = `Of the simulator; with one of these nothing is written:
  --seeds N       of each scenario that nobody hides (16 at 200 posts, 6 at 2,000, 1 above by default);
                  covert ones get a tenth, events of more than 2,000 posts fewer in proportion
  --size N        only events of about so many posts, instead of 200, 2,000 and 20,000
  --scenarios A,B only these
  --long          also events of 70,000 posts`;

type Given = Readonly<Partial<Record<keyof typeof SIMULATOR_OPTIONS, string>>>;

/** @throws {InputError} for a number that is none, or a scenario that there is not */
export function chosen({ seeds, size, scenarios }: Given): BenchOptions {
  return {
    ...(seeds === undefined ? {} : { seeds: whole(seeds, '--seeds') }),
    ...(size === undefined ? {} : { size: whole(size, '--size') }),
    ...(scenarios === undefined ? {} : { scenarios: known(scenarios.split(',')) }),
  };
}

function whole(text: string, name: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InputError(`${name} requires a whole number above zero, got ${text}`);
}

function known(ids: readonly string[]): readonly string[] {
  const all = SCENARIOS.map(({ id }) => id);
  const unknown = ids.find((id) => !all.includes(id));
  if (unknown === undefined) return ids;
  throw new InputError(`--scenarios requires some of ${all.join(', ')}, got ${unknown}`);
}
