import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { InputError } from '../functions/model/errors.ts';
import { chosen, SIMULATOR_HELP, SIMULATOR_OPTIONS } from './simulator/bench-choice.ts';
import type { BenchOptions } from './simulator/bench-options.ts';
import { benchSimulator } from './simulator/bench-simulator.ts';
import { benchShadow } from './verdicts/bench-shadow.ts';
import { benchVerdicts, VERDICT_PARTS } from './verdicts/bench-verdicts.ts';
import { benchVolume } from './volume/main.ts';

const HELP = `Usage: npm run bench [-- --quick] [-- --long] [-- --only SECTION [--part PART]]

Puts the detector to every test and writes bench/results.md, without dates, so that a change of
detection shows in the diff.

  --quick         fewer seeds, no million posts; prints the sections and leaves bench/results.md as it is
  --only SECTION  volume, verdicts or simulator; prints it and leaves bench/results.md as it is;
                  shadow: the version on trial beside the one in force, on the open families
  --part PART     with --only verdicts: ${VERDICT_PARTS.join(', ')}
  --long          more seeds of mixtures
  --help          this text

${SIMULATOR_HELP}

Example: npm run bench -- --only simulator --seeds 1000 --size 2000
`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  part: { type: 'string' },
  long: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  ...SIMULATOR_OPTIONS,
} as const;

type Choice = {
  readonly quick: boolean;
  readonly long: boolean;
  readonly part: string | undefined;
  /** What the simulator alone is asked for. */
  readonly simulator: BenchOptions;
};
type Section = {
  readonly name: string;
  readonly run: (choice: Choice) => Promise<string>;
  /** Runs only where it is named, and is no part of results.md. */
  readonly apart?: true;
};

const SECTIONS: readonly Section[] = [
  { name: 'volume', run: () => benchVolume() },
  {
    name: 'verdicts',
    run: ({ quick, long, part }) => benchVerdicts({ quick, long, part, progress: say }),
  },
  {
    name: 'simulator',
    run: ({ quick, long, simulator }) =>
      benchSimulator({ ...simulator, quick, long, progress: say }),
  },
  { name: 'shadow', run: () => benchShadow(), apart: true },
];

async function main(): Promise<void> {
  const { quick, only, part, long, help, ...given } = parseArgs({ options: OPTIONS }).values;
  const simulator = chosen(given);
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const sections = SECTIONS.filter(({ name, apart }) =>
    only === undefined ? apart !== true : name === only,
  );
  if (sections.length === 0) {
    say(`--only requires one of ${SECTIONS.map(({ name }) => name).join(', ')}, got ${only}`);
    process.exitCode = 2;
    return;
  }
  if (part !== undefined && (only !== 'verdicts' || !VERDICT_PARTS.includes(part))) {
    say(`--part requires --only verdicts and one of ${VERDICT_PARTS.join(', ')}, got ${part}`);
    process.exitCode = 2;
    return;
  }
  const parts: string[] = [];
  for (const { name, run } of sections) {
    say(`${name}: begins`);
    const startedMs = performance.now();
    parts.push(await run({ quick, long, part, simulator }));
    say(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
  }
  const partly = quick || only !== undefined || Object.keys(given).length > 0;
  if (partly) process.stdout.write(parts.join('\n'));
  else await writeResults(parts);
}

async function writeResults(parts: readonly string[]): Promise<void> {
  const file = new URL('results.md', import.meta.url);
  const head = `# Results of the bench\n\nWritten by \`npm run bench\` (Node ${process.version}); never edit by hand.\n`;
  await writeFile(file, [head, ...parts].join('\n'));
  say('bench/results.md written');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  say(error.message);
  process.exitCode = 2;
}
