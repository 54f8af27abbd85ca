import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observeAll } from '../../functions/signals/burst.ts';
import {
  HAS_VOLUME_DATA,
  noteMissingVolumeData,
  readVolumeJson,
  readVolumeSeries,
  VOLUME_DATA,
} from '../support/volume-data.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'turfwatch-bursts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function turfwatch(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, ['cli/main.ts', 'bursts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

function alarmsIn(out: string) {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Two days of about 20 posts every five minutes, then half an hour of 200. */
const counts = [...Array(576).keys()].map((i) => 15 + ((i * 7) % 11));
const burst = [...counts, ...Array(6).fill(200), ...Array(20).fill(20)];

function csv(values: readonly (number | null)[], stepMs = 300_000): string {
  const rows = values.flatMap((value, index) => {
    const time = new Date(Date.UTC(2026, 0, 5) + index * stepMs).toISOString();
    return value === null ? [] : [`${time.slice(0, 19).replace('T', ' ')},${value}`];
  });
  return `timestamp,value\n${rows.join('\n')}\n`;
}

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('turfwatch bursts', () => {
  it('prints one object an alarm and severity, the notice first', () => {
    const { status, out, err } = turfwatch(['-', '--json'], csv(burst));
    const alarms = alarmsIn(out);

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(alarms.map(({ at, severity }) => `${at} ${severity}`).slice(0, 2)).toEqual([
      '2026-01-07T00:00:00Z notice',
      '2026-01-07T00:00:00Z alert',
    ]);
    expect(Object.keys(alarms[0])).toEqual(['at', 'severity', 'value', 'expected', 'score']);
    expect(alarms[0].value).toBe(200);
    expect(alarms[0].expected).toBeGreaterThan(15);
    expect(alarms[0].expected).toBeLessThan(25);
    expect(alarms[0].score).toBeGreaterThan(9.1);
  });

  it('prints one severity if asked for one', () => {
    const { out } = turfwatch(['-', '--json', '--severity', 'alert'], csv(burst));

    expect(new Set(alarmsIn(out).map(({ severity }) => severity))).toEqual(new Set(['alert']));
  });

  it('reads gzip, ISO times with a zone, and line ends of Windows alike', () => {
    const plain = turfwatch(['-', '--json'], csv(burst)).out;
    const packed = fileOf('series.csv.gz', gzipSync(csv(burst)));
    const iso = csv(burst)
      .replaceAll(/ (\d\d:\d\d:\d\d)/g, 'T$1Z')
      .replaceAll('\n', '\r\n');

    expect(turfwatch([packed, '--json']).out).toBe(plain);
    expect(turfwatch(['-', '--json'], iso).out).toBe(plain);
    expect(plain).not.toBe('');
  });

  it('shows a table, a spark line and what is young without --json', () => {
    const { status, out } = turfwatch(['-'], csv(burst));

    expect(status).toBe(0);
    expect(out).toContain('-: 602 counts, one every 5 min, 0 missed');
    expect(out).toMatch(/█/);
    expect(out).toMatch(/at +severity +value +expected +ratio +score/);
    expect(out).toMatch(/2026-01-07T00:00:00Z +notice +200/);
    expect(out).toContain('The baseline is young for the first 288 counts');
  });

  it('takes missing rows for missed polls, not for zeros', () => {
    const holes = burst.map((value, index) => (index % 10 > 6 && index < 570 ? null : value));
    const { out } = turfwatch(['-'], csv(holes));

    expect(out).toContain('171 missed');
    const alarms = alarmsIn(turfwatch(['-', '--json'], csv(holes)).out);
    expect(alarms[0].expected).toBeGreaterThan(15);
  });

  it('says that there is no burst', () => {
    expect(turfwatch(['-'], csv(counts)).out).toContain('No burst.');
    expect(turfwatch(['-', '--json'], csv(counts))).toEqual({ status: 0, out: '', err: '' });
  });

  it('flags a prefix as it flags the whole', () => {
    const [whole, prefix] = [burst, burst.slice(0, 577)].map((values) =>
      alarmsIn(turfwatch(['-', '--json'], csv(values)).out),
    );

    expect(prefix).toEqual(whole?.filter(({ at }) => at <= '2026-01-07T00:00:00Z'));
    expect(prefix?.length).toBeGreaterThan(0);
  });
});

describe('turfwatch bursts refuses', () => {
  const line2 = 'timestamp,value\n2026-01-05 00:00:00,3\n';

  it.each([
    ['another header', 'time,count\n', '-:1: header: expected timestamp,value, found "time,count"'],
    ['a time that is none', 'timestamp,value\nsoon,3\n', '-:2: timestamp: expected a time'],
    [
      'a day that is none',
      'timestamp,value\n2026-02-30 00:00:00,3\n',
      '-:2: timestamp: expected a time such as 2015-02-26 21:42:53, UTC, found "2026-02-30 00:00:00"',
    ],
    [
      'a negative count',
      `${line2}2026-01-05 00:05:00,-3\n`,
      '-:3: value: expected a count, 0 or more, found "-3"',
    ],
    [
      'no count',
      `${line2}2026-01-05 00:05:00,\n`,
      '-:3: value: expected a count, 0 or more, found ""',
    ],
    [
      'a third field',
      `${line2}2026-01-05 00:05:00,3,4\n`,
      '-:3: line: expected two fields, timestamp,value, found 3',
    ],
    [
      'the same time twice',
      `${line2}2026-01-05 00:00:00,3\n`,
      '-:3: timestamp: expected a time after 2026-01-05T00:00:00.000Z of line 2, found 2026-01-05T00:00:00.000Z',
    ],
    [
      'time that runs backward',
      `${line2}2026-01-04 23:55:00,3\n`,
      '-:3: timestamp: expected a time after',
    ],
    ['a file without a count', 'timestamp,value\n', '-: holds no count'],
    ['an empty file', '', '-: holds no count'],
  ])('%s', (_, input, message) => {
    const { status, out, err } = turfwatch(['-', '--json'], input);

    expect(err).toContain(message);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });

  it('two times in one bucket', () => {
    const input = `${csv([1, 2, 3, 4])}2026-01-05 00:16:00,9\n`;

    expect(turfwatch(['-'], input)).toMatchObject({
      status: 2,
      err: expect.stringContaining('-:6: timestamp: expected more than 150 s after'),
    });
  });

  it('a file that is not there, a season and a quiet time that are none', () => {
    expect(turfwatch([join(folder, 'none.csv')])).toMatchObject({ status: 2 });
    expect(turfwatch(['-', '--season', 'week'])).toMatchObject({ status: 2 });
    expect(turfwatch(['-', '--quiet', '0'])).toMatchObject({ status: 2 });
    expect(turfwatch([])).toMatchObject({ status: 2 });
  });

  it('nothing with --skip-bad, and counts what it left out', () => {
    const rows = csv(burst).split('\n');
    const spoiled = [
      ...rows.slice(0, 300),
      'nonsense',
      '2026-01-05 00:00:00,4',
      ...rows.slice(300),
    ];
    const { status, out, err } = turfwatch(['-', '--json', '--skip-bad'], spoiled.join('\n'));

    expect({ status, err }).toEqual({ status: 0, err: 'turfwatch: 2 bad lines left out\n' });
    expect(out).toBe(turfwatch(['-', '--json'], csv(burst)).out);
  });
});

noteMissingVolumeData();

describe.skipIf(!HAS_VOLUME_DATA)('turfwatch bursts on the open series', () => {
  it.each(['AAPL', 'CRM', 'FB', 'IBM', 'PFE'])(
    '%s: what the detector says of it, within each labelled window too',
    (name) => {
      const file = `Twitter_volume_${name}.csv`;
      const { out } = turfwatch([join(VOLUME_DATA, file), '--json', '--no-cold-start']);
      const raised = (severity: string): readonly string[] =>
        alarmsIn(out).flatMap((alarm) => (alarm.severity === severity ? [alarm.at] : []));

      const series = readVolumeSeries(file);
      const eager = { ...BURST, youngPolls: 0 };
      const { observations } = observeAll(FRESH_DETECTOR, series, eager);
      for (const severity of ['notice', 'alert'] as const) {
        const times = series.filter((_, index) => observations[index]?.[severity]);
        const expected = times.map(({ startMs }) => new Date(startMs).toISOString());
        expect(raised(severity)).toEqual(expected.map((at) => at.replace('.000Z', 'Z')));
      }
      const windows =
        readVolumeJson<Record<string, [string, string][]>>('windows.json')[file] ?? [];
      for (const [from, to] of windows) {
        const [first, last] = [from, to].map((time) => `${time.slice(0, 19).replace(' ', 'T')}Z`);
        const within = raised('notice').filter((at) => at >= (first ?? '') && at <= (last ?? ''));
        expect(within.length).toBeGreaterThan(0);
      }
    },
  );
});

it('shows an example in its help', () => {
  const { status, out } = turfwatch(['--help']);

  expect(status).toBe(0);
  expect(out).toContain('$ turfwatch bursts volume.csv');
});
