import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { InputError } from '../functions/model/errors.ts';
import { benchBurstMode } from './burst-mode/bench-burst-mode.ts';
import { chosen, SIMULATOR_HELP, SIMULATOR_OPTIONS, whole } from './simulator/bench-choice.ts';
import type { BenchOptions } from './simulator/bench-options.ts';
import { benchSimulator } from './simulator/bench-simulator.ts';
import { benchXCost } from './source-cost/x-month.ts';
import { benchShadow } from './verdicts/bench-shadow.ts';
import { benchVerdicts, VERDICT_PARTS } from './verdicts/bench-verdicts.ts';
import { benchVolume } from './volume/main.ts';

const HELP = `Usage: npm run bench [-- SECTION] [-- --quick] [-- --long] [-- --only SECTION [--part PART]]

Puts the detector to every test and writes bench/results.md, without dates, so that a change of
detection shows in the diff.

  --quick         fewer seeds, no million posts; prints the sections and leaves bench/results.md as it is
  --only SECTION  volume, verdicts or simulator; prints it and leaves bench/results.md as it is, as
                  does its name alone;
                  shadow: the version on trial beside the one in force, on the open families;
                  burst-mode: what is seen of attacks whose posts vanish within the minute;
                  source-cost: what X charges for our polling, by its prices
  --part PART     with --only verdicts: ${VERDICT_PARTS.join(', ')}
  --tags N        with volume: so many simulated hashtags of each scenario, instead of 200
  --long          more seeds of mixtures, 1,000 simulated hashtags of each scenario
  --help          this text

${SIMULATOR_HELP}

Examples: npm run bench -- volume --long
          npm run bench -- --only simulator --seeds 1000 --size 2000
`;

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  part: { type: 'string' },
  long: { type: 'boolean', default: false },
  tags: { type: 'string' },
  help: { type: 'boolean', default: false },
  ...SIMULATOR_OPTIONS,
} as const;

type Choice = {
  readonly quick: boolean;
  readonly long: boolean;
  readonly part: string | undefined;
  readonly tags: number | undefined;
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
  {
    name: 'volume',
    run: ({ quick, long, tags }) => benchVolume({ tags, quick, long, progress: say }),
  },
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
  {
    name: 'burst-mode',
    run: ({ quick }) => benchBurstMode({ quick, progress: say }),
    apart: true,
  },
  { name: 'source-cost', run: async () => benchXCost(), apart: true },
];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const { quick, only: named, part, long, help, tags: asked, ...given } = values;
  const simulator = chosen(given);
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  const only = named ?? positionals[0];
  const sections = SECTIONS.filter(({ name, apart }) =>
    only === undefined ? apart !== true : name === only,
  );
  const refused = refusal(sections, only, part, positionals);
  if (refused !== undefined) throw new InputError(refused);
  const tags = asked === undefined ? undefined : whole(asked, '--tags');
  const parts: string[] = [];
  for (const { name, run } of sections) {
    say(`${name}: begins`);
    const startedMs = performance.now();
    parts.push(await run({ quick, long, part, tags, simulator }));
    say(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
  }
  const partly = quick || only !== undefined || Object.keys(given).length > 0 || tags !== undefined;
  if (partly) process.stdout.write(parts.join('\n'));
  else await writeResults(parts);
}

function refusal(
  sections: readonly Section[],
  only: string | undefined,
  part: string | undefined,
  positionals: readonly string[],
): string | undefined {
  if (sections.length === 0) {
    return `--only requires one of ${SECTIONS.map(({ name }) => name).join(', ')}, got ${only}`;
  }
  if (positionals.some((one) => one !== only)) {
    const all = new Set([only, ...positionals]);
    return `one section is required, got ${[...all].join(', ')}`;
  }
  if (part !== undefined && (only !== 'verdicts' || !VERDICT_PARTS.includes(part))) {
    return `--part requires --only verdicts and one of ${VERDICT_PARTS.join(', ')}, got ${part}`;
  }
  return undefined;
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
