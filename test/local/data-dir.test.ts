import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { openReplayDir, replayIdentity } from '../../local/data-dir.ts';
import { readPosition, writePosition } from '../../local/replay-position.ts';
import { aFolder } from '../support/a-folder.ts';

const START = { tickMs: 0, slotMs: 0, polls: 0, done: false };

async function aReplay(done: boolean): Promise<string> {
  const dir = join(await aFolder(), 'replay');
  await openReplayDir(dir, 'one', 'never');
  await mkdir(join(dir, 'tables'));
  await writeFile(join(dir, 'week.jsonl.gz'), 'posts');
  await writePosition(dir, { ...START, tickMs: 60_000, done });
  return dir;
}

describe('how far a replay came', () => {
  it('is the start where nothing was written', async () => {
    expect(await readPosition(await aFolder())).toEqual(START);
  });

  it('is read as it was written', async () => {
    const dir = await aFolder();
    const position = { tickMs: 120_000, slotMs: 60_000, polls: 7, done: true };
    await writePosition(dir, { ...position, polls: 6 });
    await writePosition(dir, position);
    expect(await readPosition(dir)).toEqual(position);
    expect(await readdir(dir)).toEqual(['position.json']);
  });

  it.each(['{}', 'half a'])('is an error where %j stands', async (text) => {
    const dir = await aFolder();
    await writeFile(join(dir, 'position.json'), text);
    await expect(readPosition(dir)).rejects.toThrow();
  });
});

describe('the name of a replay', () => {
  it('follows its files and its hashtags', async () => {
    const file = join(await aFolder(), 'posts.jsonl');
    await writeFile(file, 'x');
    const name = await replayIdentity([file], ['a']);

    expect(name).toMatch(/^[0-9a-f]{12}$/);
    expect(await replayIdentity([file], ['a'])).toBe(name);
    expect(await replayIdentity([file], ['a', 'b'])).not.toBe(name);
    await utimes(file, 1, 1);
    expect(await replayIdentity([file], ['a'])).not.toBe(name);
  });
});

describe('the folder of a replay', () => {
  it.each([
    ['never', false, true],
    ['never', true, true],
    ['when-done', false, true],
    ['when-done', true, false],
    ['always', false, false],
  ] as const)('begun again %s, done before: %s, is kept: %s', async (startOver, done, kept) => {
    const dir = await aReplay(done);
    await openReplayDir(dir, 'one', startOver);

    expect((await readdir(dir)).includes('tables')).toBe(kept);
    expect((await readPosition(dir)).tickMs > 0).toBe(kept);
    expect(await readdir(dir)).toContain('week.jsonl.gz');
  });

  it('that holds another replay is left alone, unless it may be removed', async () => {
    const dir = await aReplay(false);
    for (const startOver of ['never', 'when-done'] as const) {
      await expect(openReplayDir(dir, 'two', startOver)).rejects.toThrow(SettingsError);
    }
    expect(await readdir(dir)).toContain('tables');
    await openReplayDir(dir, 'two', 'always');
    expect(await readdir(dir)).not.toContain('tables');
  });

  it('that holds a live monitor is left alone always', async () => {
    const dir = await aFolder();
    await mkdir(join(dir, 'tables'));
    await expect(openReplayDir(dir, 'one', 'always')).rejects.toThrow(/--data/);
    expect(await readdir(dir)).toEqual(['tables']);
  });
});
