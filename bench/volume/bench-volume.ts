import { aimTable } from './aim.ts';
import { benchAlarms } from './bench-alarms.ts';
import { benchChanges } from './bench-changes.ts';
import { benchJitter, jitterScores } from './bench-jitter.ts';
import { benchNab, nabScores } from './bench-nab.ts';
import { benchPower } from './bench-power.ts';
import { benchRivals } from './bench-rivals.ts';
import { benchSpeed } from './bench-speed.ts';
import { benchStart } from './bench-start.ts';
import { benchSurge } from './bench-surge.ts';
import { benchmarkAims, costAims } from './benchmark-aims.ts';
import { CONTENDERS } from './contenders.ts';
import { readNabSeries } from './nab-series.ts';
import { simulateVolume } from './simulate-volume.ts';
import { calmAims, simulationAims } from './simulation-aims.ts';
import { nanosecondsOf } from './speed.ts';

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
  const nab = series.length > 0 ? nabScores(series) : null;
  const jitter = series.length > 0 ? jitterScores(series) : null;
  const simulated = await simulateVolume(tags, progress);
  const nanoseconds = nanosecondsOf(CONTENDERS);
  const aims = [
    ...benchmarkAims(nab, jitter),
    ...simulationAims(simulated),
    ...calmAims(simulated),
    ...costAims(nanoseconds),
  ];
  const parts = [
    '## Volume',
    '### Aims',
    aimTable(aims),
    '### Every detector',
    benchRivals(simulated, nab, nanoseconds),
    '### Numenta benchmark, `realTweets`',
    nab === null ? 'Skipped: the evaluation data (nab/) is not there.' : benchNab(series, nab),
    ...(jitter === null ? [] : [benchJitter(jitter)]),
    '### Simulated hashtags',
    `Hashtags 0 to ${tags - 1} of each scenario, their number being their seed; figures with 95 % intervals.`,
    benchAlarms(simulated),
    benchPower(simulated),
    benchChanges(simulated),
    benchSurge(simulated),
    '#### How a watch starts',
    benchStart(),
    '### Speed',
    benchSpeed(),
  ];
  return `${parts.join('\n\n')}\n`;
}
