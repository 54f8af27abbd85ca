import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { readEventFile } from '../../local/read-event-file.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'events-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const file = join(dir, name);
  await writeFile(file, lines.join('\n'));
  return file;
}

const EVENT = {
  kind: 'broadcast',
  start: '2026-11-21T20:00:00+05:00',
  statedBy: 'https://channel.example/tonight',
};
const HEADER = 'kind,title,start,end,place,hashtags,openCall,statedBy';

describe('a file of known events', () => {
  it('is JSON lines', async () => {
    const file = await fileOf('events.jsonl', [
      JSON.stringify(EVENT),
      '',
      JSON.stringify(EVENT),
      '',
    ]);
    expect(await readEventFile(file)).toEqual([
      { ...EVENT, hashtags: [], openCall: false },
      { ...EVENT, hashtags: [], openCall: false },
    ]);
  });

  it('may begin with a mark of byte order, as Windows writes it', async () => {
    const file = await fileOf('marked.jsonl', [`\ufeff${JSON.stringify(EVENT)}\r`]);
    expect(await readEventFile(file)).toHaveLength(1);
  });

  it('is CSV, where an empty cell says nothing', async () => {
    const file = await fileOf('events.csv', [
      `\ufeff${HEADER}`,
      'protest,"March, and rally",2026-11-21T08:00:00Z,2026-11-21T12:00:00Z,Lahore,#مارچ march,yes,https://union.example/',
      'broadcast,,2026-11-21T20:00:00+05:00,,,,,https://channel.example/tonight',
    ]);
    expect(await readEventFile(file)).toEqual([
      {
        kind: 'protest',
        title: 'March, and rally',
        start: '2026-11-21T08:00:00Z',
        end: '2026-11-21T12:00:00Z',
        place: 'Lahore',
        hashtags: ['#مارچ', 'march'],
        openCall: true,
        statedBy: 'https://union.example/',
      },
      { ...EVENT, hashtags: [], openCall: false },
    ]);
  });

  it.each([
    [
      'events.jsonl',
      [JSON.stringify(EVENT), '{"kind"'],
      'events.jsonl, line 2: must be a JSON object',
    ],
    ['events.jsonl', ['[]'], 'events.jsonl, line 1: the line: expected object'],
    [
      'events.jsonl',
      [JSON.stringify({ ...EVENT, start: '2026-11-21' })],
      'events.jsonl, line 1: start: must be a moment in ISO 8601 with its zone',
    ],
    ['events.jsonl', [JSON.stringify({ ...EVENT, who: 1 })], 'line 1: who: is not known here'],
    [
      'events.csv',
      [HEADER, 'party,,2026-11-21T08:00:00Z,,,,,https://union.example/'],
      'events.csv, line 2: kind: expected one of "match"',
    ],
    [
      'events.csv',
      [HEADER, 'vote,,2026-11-21T08:00:00Z,,,,maybe,https://union.example/'],
      'events.csv, line 2: openCall: expected boolean',
    ],
    ['events.csv', [HEADER, 'vote'], 'must be CSV under a header'],
  ])('%s is refused: %j', async (name, lines, said) => {
    const reading = readEventFile(await fileOf(name, lines));
    await expect(reading).rejects.toThrow(SettingsError);
    await expect(reading).rejects.toThrow(said);
  });

  it('must be there', async () => {
    await expect(readEventFile(join(dir, 'none.jsonl'))).rejects.toThrow(
      'none.jsonl cannot be read',
    );
  });
});
