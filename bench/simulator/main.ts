import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { InputError } from '../../functions/model/errors.ts';
import { NETWORKS, type Network } from './blocks/account-age.ts';
import { demoWeek } from './demo-week.ts';
import { SCRIPTS, type Script } from './lexicon.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { type Simulated, simulate } from './simulate.ts';
import { writeSimulation } from './write-simulation.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  seed: { type: 'string', default: '1' },
  posts: { type: 'string', default: '2000' },
  dose: { type: 'string' },
  set: { type: 'string', multiple: true },
  hashtag: { type: 'string', default: 'simulated' },
  start: { type: 'string', default: '2026-03-03T08:59:12.000Z' },
  script: { type: 'string', default: 'latin' },
  source: { type: 'string', default: 'replay' },
  network: { type: 'string', default: 'x' },
  'demo-week': { type: 'boolean', default: false },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;
type Given = ReturnType<typeof parsed>;

const HELP = `Usage: node bench/simulator/main.ts --scenario ID --seed N --out FOLDER

Writes posts.jsonl.gz, and truth.jsonl.gz, which no signal may read. Same arguments, same bytes.

  --scenario ID     one of:
${SCENARIOS.map(({ id, label, title }) => `                      ${id}  ${label.padEnd(8)} ${title}`).join('\n')}
  --demo-week       the week that the demonstration replays, instead of a scenario
  --seed N          whole number (default 1)
  --posts N         about how many posts (default 2000)
  --dose D          core posts / all posts, 0 to 1; by default what is usual for the scenario
  --set NAME=VALUE  a parameter of the scenario, within its range; may be repeated
  --hashtag TAG     (default simulated)
  --start TIME      when the event begins, ISO 8601 (default 2026-03-03T08:59:12.000Z)
  --script SCRIPT   ${SCRIPTS.join(', ')} (default latin)
  --source NAME     (default replay)
  --network NAME    whose sign-up curve account dates follow: ${NETWORKS.join(', ')} (default x)
  --out FOLDER      made if it is not there
  --help            this text; with --scenario also its parameters

Example: node bench/simulator/main.ts --scenario C1 --seed 1 --posts 5000 --dose 0.5 --out simulated/
`;

/** The command line of the simulator. Exit codes: 0 done, 2 bad usage. */
async function main(): Promise<void> {
  const given = parsed();
  if (given.help) {
    process.stdout.write(given.scenario === undefined ? HELP : HELP + ranges(given.scenario));
    return;
  }
  if (given.out === undefined) throw new InputError('--out requires a folder');
  const { posts, truth } = given['demo-week']
    ? demoWeek(wholeNumber(given.seed, '--seed'))
    : played(given);
  await writeSimulation(given.out, posts, [truth].flat());
  process.stderr.write(`${posts.length} posts written to ${given.out}\n`);
}

function parsed() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : 'bad usage', { cause: error });
  }
}

function played(given: Given): Simulated {
  const scenario = scenarioOf(given.scenario);
  const input = {
    seed: wholeNumber(given.seed, '--seed'),
    posts: wholeNumber(given.posts, '--posts'),
    hashtag: given.hashtag,
    startMs: timeOf(given.start),
    script: scriptOf(given.script),
    network: networkOf(given.network),
    ...(given.dose === undefined ? {} : { dose: doseOf(given.dose) }),
  };
  return simulate(
    scenario,
    input,
    Object.fromEntries((given.set ?? []).map(settingOf)),
    given.source,
  );
}

function scenarioOf(id: string | undefined): Scenario {
  const scenario = SCENARIOS.find((one) => one.id.toLowerCase() === id?.toLowerCase());
  if (scenario !== undefined) return scenario;
  const known = SCENARIOS.map((one) => one.id).join(', ');
  throw new InputError(`--scenario requires one of ${known}, got ${id ?? 'none'}`);
}

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InputError(`${name} requires a whole number, got ${text}`);
}

function doseOf(text: string): number {
  const dose = Number(text);
  if (dose > 0 && dose <= 1) return dose;
  throw new InputError(`--dose requires a number above 0 and at most 1, got ${text}`);
}

function timeOf(text: string): number {
  const ms = Date.parse(text);
  if (Number.isFinite(ms)) return ms;
  throw new InputError(`--start requires an ISO 8601 time, got ${text}`);
}

function scriptOf(text: string): Script {
  const script = SCRIPTS.find((one) => one === text);
  if (script !== undefined) return script;
  throw new InputError(`--script requires one of ${SCRIPTS.join(', ')}, got ${text}`);
}

function networkOf(text: string): Network {
  const network = NETWORKS.find((one) => one === text);
  if (network !== undefined) return network;
  throw new InputError(`--network requires one of ${NETWORKS.join(', ')}, got ${text}`);
}

function settingOf(text: string): readonly [string, number] {
  const [name, value] = text.split('=');
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  if (name && Number.isFinite(number)) return [name, number];
  throw new InputError(`--set requires NAME=NUMBER, got ${text}`);
}

function ranges(id: string): string {
  const rows = Object.entries(scenarioOf(id).parameters).map(
    ([name, { value, low, high, basis }]) =>
      `  ${name.padEnd(18)} ${value}${low < high ? ` (${low}..${high})` : ''} ${basis}`,
  );
  return `\nParameters of ${id}: default (range) basis\n${rows.join('\n')}\n`;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
