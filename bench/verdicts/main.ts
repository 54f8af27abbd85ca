import { parseArgs } from 'node:util';
import { benchVerdicts } from './bench-verdicts.ts';

export { benchVerdicts };

const OPTIONS = {
  part: { type: 'string' },
  long: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
} as const;

if (import.meta.main) {
  const { part, long, quick } = parseArgs({ options: OPTIONS }).values;
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  process.stdout.write(await benchVerdicts({ part, long, quick, progress }));
}
