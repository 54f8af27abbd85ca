import { sparkLine } from '../functions/model/spark-line.ts';
import type { Alarm, Scan } from './bursts-scan.ts';
import type { VolumeSeries } from './bursts-series.ts';

/** Bars of the spark line, narrow enough for any terminal. */
const BARS = 72;

const MARKS = { notice: '·', alert: '!' } as const;

/** An alarm as `--json` prints it. */
export function alarmJson({ startMs, severity, value, expected, score }: Alarm): string {
  const [roundExpected, roundScore] = [Number(expected.toPrecision(4)), Number(score.toFixed(3))];
  return JSON.stringify({
    at: isoTime(startMs),
    severity,
    value,
    expected: roundExpected,
    score: roundScore,
  });
}

/** The alarms as a person reads them, under the series as a row of bars. */
export function burstsReport(file: string, series: VolumeSeries, scan: Scan): string {
  const lines = [
    `${file}: ${series.points.length} counts, one every ${series.bucketMs / 60_000} min, ${scan.missed} missed`,
    sparkLine(columns(series, (highest, { posts }) => Math.max(highest, posts), 0)),
    markLine(series, scan.alarms),
    ...tableOf(scan.alarms),
  ];
  if (scan.young > 0) {
    lines.push(
      `The baseline is young for the first ${scan.young} counts: only plain bursts show there.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function tableOf(alarms: readonly Alarm[]): readonly string[] {
  if (alarms.length === 0) return ['No burst.'];
  const rows = alarms.map(({ startMs, severity, value, expected, score }) => [
    isoTime(startMs),
    severity,
    `${value}`,
    expected.toPrecision(3),
    `x${(value / expected).toFixed(1)}`,
    score.toFixed(1),
  ]);
  const all = [['at', 'severity', 'value', 'expected', 'ratio', 'score'], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all.map((row) => row.map((cell, i) => pad(cell, widths?.[i] ?? 0, i)).join('  '));
}

/** Words to the left, numbers to the right. */
function pad(cell: string, width: number, column: number): string {
  return column < 2 ? cell.padEnd(width) : cell.padStart(width);
}

function markLine(series: VolumeSeries, alarms: readonly Alarm[]): string {
  const raised = new Map(alarms.map(({ startMs, severity }) => [startMs, MARKS[severity]]));
  return columns<string>(
    series,
    (mark, { startMs }) => (mark === MARKS.alert ? mark : (raised.get(startMs) ?? mark)),
    ' ',
  ).join('');
}

/** Folds the points into as many equal parts of the series as there are bars, fewer for a short series. */
function columns<T>(
  { points }: VolumeSeries,
  fold: (value: T, point: VolumeSeries['points'][number]) => T,
  start: T,
): readonly T[] {
  const width = Math.min(BARS, points.length);
  const values = new Array<T>(width).fill(start);
  for (const [index, point] of points.entries()) {
    const column = Math.floor((index * width) / points.length);
    values[column] = fold(values[column] ?? start, point);
  }
  return values;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
