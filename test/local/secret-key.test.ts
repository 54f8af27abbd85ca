import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { secretKey } from '../../local/secret-key.ts';
import { aFolder } from '../support/a-folder.ts';

afterEach(() => vi.unstubAllEnvs());

it('is made once, for its owner alone', async () => {
  vi.stubEnv('TURFWATCH_KEY', undefined);
  const file = join(await aFolder(), 'new', 'key');
  const key = await secretKey(file);

  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await secretKey(file)).toBe(key);
  expect(await readFile(file, 'utf8')).toBe(key);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await secretKey(join(await aFolder(), 'key'))).not.toBe(key);
});

it('is made anew where a crash left an empty file', async () => {
  vi.stubEnv('TURFWATCH_KEY', undefined);
  const file = join(await aFolder(), 'key');
  await writeFile(file, '');

  const key = await secretKey(file);

  expect(key).toHaveLength(64);
  expect(await secretKey(file)).toBe(key);
});

it('is the one of the environment where there is one', async () => {
  vi.stubEnv('TURFWATCH_KEY', 'given');
  const dir = await aFolder();
  expect(await secretKey(join(dir, 'key'))).toBe('given');
});
