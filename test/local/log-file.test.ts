import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type LogRecord, openLog } from '../../functions/adapters/log.ts';
import { startLogFile } from '../../local/log-file.ts';
import { aFolder } from '../support/a-folder.ts';

it('keeps a line a record, behind those of the start before, and shows each', async () => {
  const dir = await aFolder();
  const shown: LogRecord[] = [];
  for (const burstId of ['one', 'two']) {
    const stop = startLogFile(dir, (record) => void shown.push(record));
    openLog('assess').info('burst assessed', { burstId, verdict: 'coordinated', posts: undefined });
    openLog('slack').error('message was not handled', { messageId: 'm' }, new Error('no way'));
    await stop();
  }
  const lines = (await readFile(join(dir, 'log.jsonl'), 'utf8')).trimEnd().split('\n');

  expect(lines.map((line) => JSON.parse(line))).toEqual(
    ['one', 'two'].flatMap((burstId) => [
      {
        level: 'info',
        service: 'assess',
        message: 'burst assessed',
        burstId,
        verdict: 'coordinated',
      },
      {
        level: 'error',
        service: 'slack',
        message: 'message was not handled',
        messageId: 'm',
        error: expect.stringMatching(/^Error: no way\n/),
      },
    ]),
  );
  expect(shown).toHaveLength(4);
});

it('lets no field stand for the level, the service or the message of a line', async () => {
  const dir = await aFolder();
  const stop = startLogFile(dir, () => undefined);
  openLog('assess').info('burst assessed', { level: 'x', service: 'x', message: 'x' });
  await stop();

  expect(JSON.parse(await readFile(join(dir, 'log.jsonl'), 'utf8'))).toEqual({
    level: 'info',
    service: 'assess',
    message: 'burst assessed',
  });
});
