import { benchNab } from './bench-nab.ts';
import { benchNull } from './bench-null.ts';
import { benchSpeed } from './bench-speed.ts';
import { readNabSeries } from './nab-series.ts';

/** The volume detector on labelled series, on simulated hashtags, and against the clock, as Markdown. */
export async function benchVolume(): Promise<string> {
  const series = readNabSeries();
  const nab =
    series.length > 0 ? benchNab(series) : 'Skipped: the evaluation data (nab/) is not there.';
  const parts = [
    '## Volume',
    '### Numenta benchmark, `realTweets`',
    nab,
    '### Simulated hashtags',
    benchNull(),
    '### Speed',
    benchSpeed(),
  ];
  return `${parts.join('\n\n')}\n`;
}
