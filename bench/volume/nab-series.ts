import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NabWindow } from './nab-score.ts';

export type NabSeries = {
  readonly name: string;
  readonly buckets: readonly { readonly startMs: number; readonly posts: number }[];
  readonly windows: readonly NabWindow[];
};

/** Where the series lie: beside the repository, unless TURFWATCH_DATA says otherwise. */
const FOLDER = join(
  process.env.TURFWATCH_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  'nab',
);

/** Empty where the evaluation data is absent. */
export function readNabSeries(): readonly NabSeries[] {
  if (!existsSync(join(FOLDER, 'windows.json'))) return [];
  const labels: Record<string, [string, string][]> = JSON.parse(
    readFileSync(join(FOLDER, 'windows.json'), 'utf8'),
  );
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => readSeries(file, labels[file] ?? []));
}

function readSeries(file: string, labels: readonly [string, string][]): NabSeries {
  const [, ...lines] = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
  const buckets = lines.map((line) => {
    const [time = '', value] = line.split(',');
    return { startMs: timeOf(time), posts: Number(value) };
  });
  const windows = labels.map(([from, to]) => ({
    first: buckets.findIndex(({ startMs }) => startMs >= timeOf(from)),
    last: buckets.findLastIndex(({ startMs }) => startMs <= timeOf(to)),
  }));
  return { name: file.replace('.csv', ''), buckets, windows };
}

function timeOf(text: string): number {
  return Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`);
}
