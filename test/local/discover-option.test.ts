import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { discoverOption } from '../../local/discover-option.ts';
import { aFolder } from '../support/a-folder.ts';

it('takes hashtags from lists and from files, a line each', async () => {
  const file = join(await aFolder(), 'deny.txt');
  await writeFile(file, '#Caturday\r\n\n  *sunday \n');
  const { settings } = await discoverOption({
    discover: ['mastodon@one.example'],
    deny: [file, 'a, #b'],
    languages: ['ur'],
  });

  const denied = ['caturday', 'silentsunday', 'a', 'b', 'c'].filter((hashtag) =>
    settings.deny.some((means) => means(hashtag)),
  );
  expect(denied).toEqual(['caturday', 'silentsunday', 'a', 'b']);
  expect(settings.languages).toEqual(['ur']);
});

it('names the file and line of a word that is no hashtag', async () => {
  const file = join(await aFolder(), 'allow.txt');
  await writeFile(file, 'fine\ntwo words\n');
  await expect(discoverOption({ discover: ['bluesky'], allow: [file] })).rejects.toThrow(
    `${file}, line 2: a pattern must be one hashtag`,
  );
});

it('discovers nothing where nothing is asked for', async () => {
  expect((await discoverOption({})).settings.lists).toEqual([]);
});
