import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Where the evaluation data lies; it is not part of this repository. */
export const VOLUME_DATA = join(
  process.env.TURFWATCH_DATA ?? join(ROOT, '..', 'shared', 'data'),
  'nab',
);

export const HAS_VOLUME_DATA = existsSync(join(VOLUME_DATA, 'reference-alarms.json'));

/** Says on the console why a suite is skipped. */
export function noteMissingVolumeData(): void {
  if (!HAS_VOLUME_DATA) {
    console.info('skipped: no evaluation data; TURFWATCH_DATA names the folder that holds nab/');
  }
}

export function readVolumeJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(VOLUME_DATA, name), 'utf8'));
}

/** Counts of a series, oldest first. */
export function readVolumeSeries(name: string): readonly { startMs: number; posts: number }[] {
  const [, ...lines] = readFileSync(join(VOLUME_DATA, name), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [time = '', value] = line.split(',');
    return { startMs: Date.parse(`${time.replace(' ', 'T')}Z`), posts: Number(value) };
  });
}
