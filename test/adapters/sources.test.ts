import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSources, sharedArchive } from '../../functions/adapters/sources.ts';
import { SettingsError } from '../../functions/model/errors.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';

let dir = '';
let file = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'turfwatch-'));
  file = join(dir, 'posts.jsonl');
  await writeFile(file, jsonLines([aPostLine()]));
});
afterAll(() => rm(dir, { recursive: true }));

describe('the sources of a deployment', () => {
  it('read files where some were given', async () => {
    const sourceOf = await openSources({ REPLAY_FILES: JSON.stringify([file]) });
    const atMs = Date.parse(aPostLine().createdAt);

    const { posts } = await sourceOf({ source: 'replay', place: null }).posts(
      { hashtag: 'harvest', fromMs: atMs, toMs: atMs + 1, nowMs: atMs + 1 },
      10,
    );

    expect(posts.map(({ id }) => id)).toEqual(['p1']);
  });

  it('read a list of files once', async () => {
    expect(await sharedArchive([file])).toBe(await sharedArchive([file]));
  });

  it('know each server once, for its budget is one', async () => {
    const sourceOf = await openSources({});
    const one = sourceOf({ source: 'mastodon', place: 'one.example' });

    expect(sourceOf({ source: 'mastodon', place: 'one.example' })).toBe(one);
    expect(sourceOf({ source: 'mastodon', place: 'two.example' })).not.toBe(one);
  });

  it.each([
    [{ source: 'replay', place: null } as const, /needs files: none were given/],
    [{ source: 'mastodon', place: null } as const, /must name its server/],
  ])('say what %j lacks', async (asked, fault) => {
    const sourceOf = await openSources({});
    expect(() => sourceOf(asked)).toThrow(SettingsError);
    expect(() => sourceOf(asked)).toThrow(fault);
  });

  it.each(['posts.jsonl', '[]', '{}', '[5]'])('refuse the list of files %s', async (text) => {
    await expect(openSources({ REPLAY_FILES: text })).rejects.toThrow(
      new SettingsError('REPLAY_FILES is required to be a JSON list of paths'),
    );
  });
});
