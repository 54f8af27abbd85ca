import { Command } from 'commander';
import type { SignalName } from '../functions/model/evidence.ts';
import { DETECTION } from '../functions/settings/detection.ts';
import { type CheckInput, readGroups } from './check-groups.ts';
import { toJson } from './check-json.ts';
import { type JudgedBurst, judgeGroups } from './check-judge.ts';
import { progressLine } from './check-progress.ts';
import { reportOf } from './check-report.ts';
import { parseSignals } from './check-signals.ts';
import { parseFirst, parseWindow, type Window } from './check-window.ts';

type CheckOptions = {
  readonly json?: true;
  readonly first?: number;
  readonly window?: Window;
  readonly without?: readonly SignalName[];
  readonly members?: true;
  readonly skipBad?: true;
};

const HELP = `
FILE holds one post a line, plain or gzip:
  {"id","source","hashtags":[…],"createdAt","author","authorCreatedAt"|null,"repost","text"|null}
  and may add "deletedAt", "language", "followers". A folder stands for its *.jsonl and *.jsonl.gz.
  Nothing is kept, and nothing leaves this machine.

Exit codes: 0 fine, 1 failed, 2 bad input or usage. A verdict never changes the exit code.

Examples:
  $ turfwatch check posts.jsonl
  $ turfwatch check dumps/ --window 1d --json | jq 'select(.verdict == "coordinated")'
  $ gzip -dc posts.jsonl.gz | turfwatch check - --first 100 --without reuse`;

/** `turfwatch check`: puts posts that somebody brought to the same test as a burst on a network. */
export function checkCommand(): Command {
  return new Command('check')
    .description('judge the hashtags in files of posts, each hashtag of a source as one burst')
    .argument('<file...>', 'files or folders of posts; - is standard input')
    .option('--json', 'print one object a line, in order of time')
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
    .option('--skip-bad', 'leave bad lines out and count them')
    .addHelpText('after', HELP)
    .action(check);
}

async function check(files: readonly string[], options: CheckOptions): Promise<void> {
  const progress = progressLine(process.stderr);
  const input = await readGroups(files, {
    skipBad: options.skipBad === true,
    onPost: (posts) => progress.show(posts, 'posts read'),
  });
  const bursts: JudgedBurst[] = [];
  let judged = 0;
  for (const burst of judgeGroups(input.groups, options, DETECTION)) {
    judged += 1;
    progress.show(judged, 'bursts judged');
    if (options.json)
      process.stdout.write(`${JSON.stringify(toJson(burst, options.members === true))}\n`);
    else bursts.push(burst);
  }
  progress.clear();
  if (!options.json) process.stdout.write(reportOf(bursts));
  process.stderr.write(remarksOn(input));
}

function remarksOn({ badLines, untagged }: CheckInput): string {
  const bad = badLines > 0 ? `turfwatch: ${count(badLines, 'bad line')} left out\n` : '';
  const bare =
    untagged > 0 ? `turfwatch: ${count(untagged, 'post')} without a hashtag left out\n` : '';
  return bad + bare;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
