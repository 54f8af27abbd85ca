import { Command, InvalidArgumentError, Option } from 'commander';
import { BURST } from '../functions/settings/burst.ts';
import type { BurstSettings, Severity } from '../functions/signals/burst-settings.ts';
import { alarmJson, burstsReport } from './bursts-report.ts';
import { scanSeries } from './bursts-scan.ts';
import { readSeries } from './bursts-series.ts';

type BurstsOptions = {
  readonly json: boolean;
  readonly season: BurstSettings['season'];
  readonly quiet: number;
  readonly severity: Severity | 'both';
  readonly coldStart: boolean;
  readonly skipBad: boolean;
};

const HELP = `
FILE holds lines of timestamp,value under that header, plain or gzip, oldest first:
  timestamp,value
  2015-02-26 21:42:53,104
  A time that names no zone is UTC. The bucket is the usual distance of two times; a longer
  one is missed polls, not zeros. Thresholds were chosen on buckets of 5 minutes.

With --json one object an alarm: {"at","severity","value","expected","score"}; a bucket that
raises both severities has two, the notice first. The score is surprise in nats.

Exit codes: 0 fine, with or without an alarm; 1 failed; 2 bad input or usage.

Examples:
  $ turfwatch bursts volume.csv
  $ turfwatch bursts volume.csv.gz --json --severity alert | jq .at
  $ cat volume.csv | turfwatch bursts - --season flat --quiet 144`;

/** `turfwatch bursts`: where a series of counts stands far above its own past. */
export function burstsCommand(): Command {
  return new Command('bursts')
    .description('find the bursts in a series of counts, each judged by what came before it')
    .argument('<file>', 'timestamp,value lines; - is standard input')
    .option('--json', 'print one object an alarm', false)
    .addOption(
      new Option('--season <kind>', 'expect each hour of the day on its own, or all alike')
        .choices(['hour', 'flat'])
        .default(BURST.season),
    )
    .option('--quiet <n>', 'quiet buckets that end a burst', parseQuiet, BURST.quietPolls)
    .addOption(
      new Option('--severity <kind>', 'print alarms of this severity')
        .choices(['notice', 'alert', 'both'])
        .default('both'),
    )
    .option('--no-cold-start', 'ask no stronger evidence of the first day')
    .option('--skip-bad', 'leave bad lines out and count them', false)
    .addHelpText('after', HELP)
    .action(bursts);
}

async function bursts(file: string, options: BurstsOptions): Promise<void> {
  const { skipBad, severity } = options;
  const series = await readSeries(file, { skipBad, standardInput: process.stdin });
  const scanned = scanSeries(series, settingsOf(options));
  const alarms = scanned.alarms.filter((one) => severity === 'both' || one.severity === severity);
  if (options.json) process.stdout.write(alarms.map((one) => `${alarmJson(one)}\n`).join(''));
  else process.stdout.write(burstsReport(file, series, { ...scanned, alarms }));
  if (series.badLines > 0) {
    const lines = series.badLines === 1 ? 'line' : 'lines';
    process.stderr.write(`turfwatch: ${series.badLines} bad ${lines} left out\n`);
  }
}

function settingsOf({ season, quiet, coldStart }: BurstsOptions): BurstSettings {
  const youngPolls = coldStart ? BURST.youngPolls : 0;
  return { ...BURST, season, quietPolls: quiet, youngPolls };
}

function parseQuiet(text: string): number {
  const quiet = Number(text);
  if (!(Number.isSafeInteger(quiet) && quiet >= 1))
    throw new InvalidArgumentError('a whole number of 1 or more is required.');
  return quiet;
}
