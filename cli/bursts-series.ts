import { BadLineError } from '../functions/adapters/replay/bad-line-error.ts';
import { openBytes } from '../functions/adapters/replay/open-bytes.ts';
import { PostFileError } from '../functions/adapters/replay/post-file-error.ts';
import { type Line, readLines } from '../functions/adapters/replay/read-lines.ts';
import { parseVolumeLine, requireHeader, type VolumePoint } from './bursts-line.ts';

/** Counts of one hashtag, oldest first, at most one a bucket. */
export type VolumeSeries = {
  readonly points: readonly VolumePoint[];
  /** The usual distance of two timestamps, milliseconds; 0 for fewer than two points. */
  readonly bucketMs: number;
  readonly badLines: number;
};

type ReadSeriesOptions = {
  /** Leaves bad lines out and counts them; otherwise the first ends the reading. */
  readonly skipBad: boolean;
  readonly standardInput: AsyncIterable<Uint8Array>;
};

/** What to do with a line that cannot be used. */
type OnBad = (error: unknown) => void;

/**
 * Reads `timestamp,value` lines, plain or gzip.
 *
 * @throws {PostFileError} if the file cannot be opened or unpacked, or holds no count
 * @throws {BadLineError} for a bad line, or one that is not later than the line before
 */
export async function readSeries(file: string, options: ReadSeriesOptions): Promise<VolumeSeries> {
  let badLines = 0;
  const onBad: OnBad = (error) => {
    if (!options.skipBad || !(error instanceof BadLineError)) throw error;
    badLines += 1;
  };
  const parsed = await parseLines(file, options.standardInput, onBad);
  const rising = onlyLater(file, parsed, 0, onBad);
  const bucketMs = usualDistance(rising);
  const points = onlyLater(file, rising, bucketMs / 2, onBad);
  if (points.length === 0) throw new PostFileError(file, 'holds no count');
  return { points, bucketMs, badLines };
}

async function parseLines(
  file: string,
  standardInput: AsyncIterable<Uint8Array>,
  onBad: OnBad,
): Promise<readonly VolumePoint[]> {
  const points: VolumePoint[] = [];
  let line = 0;
  for await (const text of linesOf(file, standardInput)) {
    line += 1;
    if (line === 1) requireHeader(text ?? '', { file, line });
    if (line === 1 || text?.trim() === '') continue;
    try {
      points.push(parseVolumeLine(text ?? '', { file, line }));
    } catch (error) {
      onBad(error);
    }
  }
  return points;
}

/** Keeps points that come more than `leastMs` after the one kept before. */
function onlyLater(
  file: string,
  points: readonly VolumePoint[],
  leastMs: number,
  onBad: OnBad,
): readonly VolumePoint[] {
  const kept: VolumePoint[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    if (before === undefined || point.startMs - before.startMs > leastMs) kept.push(point);
    else onBad(notLater(file, point, before, leastMs));
  }
  return kept;
}

function notLater(
  file: string,
  { line, startMs }: VolumePoint,
  before: VolumePoint,
  leastMs: number,
): BadLineError {
  const least = leastMs > 0 ? `more than ${leastMs / 1000} s after` : 'a time after';
  return new BadLineError({
    file,
    line,
    field: 'timestamp',
    expected: `${least} ${new Date(before.startMs).toISOString()} of line ${before.line}`,
    found: new Date(startMs).toISOString(),
  });
}

/** The distance that occurs most often, the smaller of two that occur alike. */
function usualDistance(points: readonly VolumePoint[]): number {
  const times = new Map<number, number>();
  let [usual, most] = [0, 0];
  for (const [index, { startMs }] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const distance = startMs - before.startMs;
    const seen = (times.get(distance) ?? 0) + 1;
    times.set(distance, seen);
    if (seen > most || (seen === most && distance < usual)) [usual, most] = [distance, seen];
  }
  return usual;
}

async function* linesOf(
  file: string,
  standardInput: AsyncIterable<Uint8Array>,
): AsyncGenerator<Line> {
  try {
    for await (const lines of readLines(openBytes(file, standardInput))) yield* lines;
  } catch (cause) {
    if (cause instanceof BadLineError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PostFileError(file, `cannot be read: ${why}`, { cause });
  }
}
