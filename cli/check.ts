import { Command } from 'commander';
import type { SignalName } from '../functions/model/evidence.ts';
import { DETECTION } from '../functions/settings/detection.ts';
import { SHADOW } from '../functions/settings/shadow.ts';
import type { Detection } from '../functions/steps/judge.ts';
import { type CheckInput, readGroups } from './check-groups.ts';
import { requireWritable, STANDARD_OUTPUT } from './check-html-file.ts';
import { writeHtml } from './check-html-page.ts';
import { INPUT_HELP, type InputOptions, withInputOptions } from './check-input.ts';
import { toJson } from './check-json.ts';
import { type JudgedBurst, judgeGroups } from './check-judge.ts';
import { progressLine } from './check-progress.ts';
import { readingProgress } from './check-reading.ts';
import { reportOf } from './check-report.ts';
import { shadowReport } from './check-shadow.ts';
import { parseSignals } from './check-signals.ts';
import { parseFirst, parseWindow, type Window } from './check-window.ts';
import { roomFor } from './check-wrap.ts';

type CheckOptions = InputOptions & {
  readonly json?: true;
  readonly html?: string;
  readonly all?: true;
  readonly first?: number;
  readonly window?: Window;
  readonly without?: readonly SignalName[];
  readonly members?: true;
  readonly skipBad?: true;
  readonly shadow?: true;
};

const HELP = `${INPUT_HELP}

Exit codes: 0 fine, 1 failed, 2 bad input or usage. A verdict never changes the exit code.

Examples:
  $ turfwatch check posts.jsonl
  $ turfwatch check export.csv --map text=body,author=user,createdAt=time --source x
  $ turfwatch check posts.jsonl --window 1h --html report.html
  $ turfwatch check dumps/ --window 1d --json | jq 'select(.verdict == "coordinated")'
  $ gzip -dc posts.jsonl.gz | turfwatch check - --first 100 --without reuse`;

/** `turfwatch check`: puts posts that somebody brought to the same test as a burst on a network. */
export function checkCommand(): Command {
  return withInputOptions(new Command('check'))
    .description('judge the hashtags in files of posts, each hashtag of a source as one burst')
    .argument('<file...>', 'files or folders of posts; - is standard input')
    .option('--json', 'print one object a line, in order of time')
    .option('--html <file>', 'write a page with pictures that needs nothing else; - prints it')
    .option('--all', 'unfold every list of the report')
    .option(
      '--window <span>',
      'judge each 5m, 1h, 1d (UTC) or N posts as a burst of its own',
      parseWindow,
    )
    .option('--first <n>', 'judge only the first N posts of each burst', parseFirst)
    .option(
      '--without <signals>',
      'leave signals out, to see what a verdict rests on',
      parseSignals,
    )
    .option('--members', 'with --json: name the accounts of each coordinated group')
    .option('--shadow', 'say too what the version on trial would say otherwise')
    .option('--skip-bad', 'leave bad lines out and count them')
    .addHelpText('after', HELP)
    .action(check);
}

async function check(
  files: readonly string[],
  options: CheckOptions,
  command: Command,
): Promise<void> {
  await requireRoomForPage(options, command);
  const candidate = candidateOf(options, command);
  const progress = progressLine(process.stderr);
  const { onBytes, words } = readingProgress();
  const told: string[] = [];
  const input = await readGroups(files, {
    skipBad: options.skipBad === true,
    input: { ...options, onBytes, onRemark: (remark) => told.push(remark) },
    onPost: (posts) => progress.show(posts, words()),
  });
  const bursts: JudgedBurst[] = [];
  let judged = 0;
  for (const burst of judgeGroups(input.groups, options, DETECTION, candidate)) {
    judged += 1;
    progress.show(judged, 'bursts judged');
    if (options.json) printJson(burst, options);
    if (!options.json || options.html !== undefined) bursts.push(burst);
  }
  progress.clear();
  const remarks = remarksOn(input, told);
  if (!options.json && options.html !== STANDARD_OUTPUT) printReport(bursts, options);
  if (options.html !== undefined) {
    await writeHtml(options.html, bursts, { files, posts: input.posts, remarks });
  }
  process.stderr.write(remarks);
}

async function requireRoomForPage({ html, json }: CheckOptions, command: Command): Promise<void> {
  if (html === STANDARD_OUTPUT && json) {
    command.error('error: --json and --html - both want standard output; give --html a file');
  }
  if (html !== undefined) await requireWritable(html);
}

function candidateOf({ shadow }: CheckOptions, command: Command): Detection | null {
  if (shadow && SHADOW === null)
    command.error('error: --shadow requires a version on trial; there is none');
  return shadow ? SHADOW : null;
}

function printJson(burst: JudgedBurst, { members }: CheckOptions): void {
  process.stdout.write(`${JSON.stringify(toJson(burst, members === true))}\n`);
}

function printReport(bursts: readonly JudgedBurst[], { all }: CheckOptions): void {
  const room = roomFor(process.stdout.isTTY ? process.stdout.columns : undefined);
  process.stdout.write(reportOf(bursts, { ...room, all: all === true }));
  const beside = shadowReport(bursts, all === true);
  if (beside !== '') process.stdout.write(`\n${beside}\n`);
}

function remarksOn({ badLines, untagged }: CheckInput, told: readonly string[]): string {
  const bad = badLines > 0 ? `turfwatch: ${count(badLines, 'bad line')} left out\n` : '';
  const bare =
    untagged > 0 ? `turfwatch: ${count(untagged, 'post')} without a hashtag left out\n` : '';
  return bad + bare + told.map((remark) => `turfwatch: ${remark}\n`).join('');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
