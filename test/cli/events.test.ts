import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startHttp } from '../../local/http.ts';
import { aFolder } from '../support/a-folder.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';
import { runTurfwatch } from '../support/run-turfwatch.ts';

const HEADER = 'kind,title,start,end,place,hashtags,openCall,statedBy';
const line = (minute: number) =>
  `match,,2026-01-07T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z,,,#Harbour,,https://league.example/fixtures?${minute}`;

/** A monitor's own server, with the deployed API on memory stores. */
async function openServer() {
  const dir = await aFolder();
  const { handler, call } = openApi();
  const served = { api: handler, outbox: undefined, nowMs: () => NOW_MS };
  const http = await startHttp(0, dir, served);
  onTestFinished(() => http.stop());
  const file = join(dir, 'fixtures.csv');
  const bring = async (lines: readonly string[], api = http.address) => {
    await writeFile(file, [HEADER, ...lines].join('\n'));
    return runTurfwatch(['events', 'import', file, '--api', api]).finished;
  };
  return { bring, kept: async () => (await call('GET', '/v1/events')).json.events };
}

it('brings a file of events into the calendar, more than one request takes, once each', async () => {
  const { bring, kept } = await openServer();
  const lines = [...Array.from({ length: 450 }, (_, minute) => line(minute)), line(0), line(1)];
  const twice = [...lines, ...lines.slice(0, 100)];

  expect(await bring(twice)).toMatchObject({ code: 0, stdout: '552 events kept\n' });

  const events = await kept();
  expect(events).toHaveLength(450);
  expect(events[0]).toMatchObject({ start: '2026-01-07T08:00:00.000Z', hashtags: ['harbour'] });
});

it('sends nothing of a file with a bad line, and says which', async () => {
  const { bring, kept } = await openServer();

  const { code, stderr } = await bring([line(0), 'match,,yesterday,,,,,https://league.example/']);

  expect(code).toBe(2);
  expect(stderr).toMatch(/fixtures\.csv, line 3: start: must be a moment in ISO 8601/);
  expect(await kept()).toEqual([]);
});

it('says in the words of the API why it keeps nothing, and what an address must be', async () => {
  const { bring } = await openServer();
  const many = Array.from({ length: 500 }, (_, minute) => line(minute));
  const more = many.map((one) => one.replace('league', 'cup'));

  const full = await bring([...many, ...more]);
  expect(full).toMatchObject({ code: 1 });
  expect(full.stderr).toMatch(/answered 400: .*at most 500 events/);

  const nowhere = await bring([line(0)], 'not an address');
  expect(nowhere).toMatchObject({ code: 2 });
  expect(nowhere.stderr).toContain('--api must be the http(s) address of the API');
});
