import { aimTable } from './aim.ts';
import { benchAlarms } from './bench-alarms.ts';
import { benchNab } from './bench-nab.ts';
import { benchPower } from './bench-power.ts';
import { benchSpeed } from './bench-speed.ts';
import { readNabSeries } from './nab-series.ts';
import { simulateVolume } from './simulate-volume.ts';
import { simulationAims } from './simulation-aims.ts';

const TAGS = 200;
const LONG_TAGS = 1000;
const QUICK_TAGS = 30;

export type VolumeBenchOptions = {
  /** Hashtags of each scenario. @default 200; 1,000 if long, 30 if quick */
  readonly tags?: number | undefined;
  readonly long?: boolean;
  readonly quick?: boolean;
  readonly progress?: (line: string) => void;
};

/** The volume detector on labelled series, on simulated hashtags, and against the clock, as Markdown. */
export async function benchVolume(options: VolumeBenchOptions = {}): Promise<string> {
  const { long = false, quick = false, progress } = options;
  const { tags = long ? LONG_TAGS : quick ? QUICK_TAGS : TAGS } = options;
  const series = readNabSeries();
  const nab =
    series.length > 0 ? benchNab(series) : 'Skipped: the evaluation data (nab/) is not there.';
  const simulated = await simulateVolume(tags, progress);
  const parts = [
    '## Volume',
    '### Aims',
    aimTable(simulationAims(simulated)),
    '### Numenta benchmark, `realTweets`',
    nab,
    '### Simulated hashtags',
    `Hashtags 0 to ${tags - 1} of each scenario, their number being their seed; figures with 95 % intervals.`,
    benchAlarms(simulated),
    benchPower(simulated),
    '### Speed',
    benchSpeed(),
  ];
  return `${parts.join('\n\n')}\n`;
}
