import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ingestTokens } from '../../local/ingest-tokens.ts';
import { ingestWords } from '../../local/ingest-words.ts';
import { aFolder } from '../support/a-folder.ts';

afterEach(() => vi.unstubAllEnvs());

it('are one for this machine, made once, of which only the hash is handed on', async () => {
  vi.stubEnv('INGEST_TOKENS', undefined);
  const file = join(await aFolder(), 'new', 'ingest-token');
  const tokens = await ingestTokens(file);
  const token = await readFile(file, 'utf8');

  expect(token).toMatch(/^twi_[\w-]{43}$/);
  expect(JSON.parse(tokens)).toEqual({
    local: createHash('sha256').update(token).digest('hex'),
  });
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect(await ingestTokens(file)).toBe(tokens);
});

it('are those of the environment where there are some', async () => {
  vi.stubEnv('INGEST_TOKENS', '{"newsroom":"…"}');

  expect(await ingestTokens(join(await aFolder(), 'ingest-token'))).toBe('{"newsroom":"…"}');
});

it('are spoken of where a partner is watched, the file only where it is of use', () => {
  const words = (...places: readonly string[]) =>
    ingestWords(
      places.map((place) => ({ source: 'ingest' as const, place })),
      'http://127.0.0.1:1',
      'root',
    );

  expect(words()).toBe('');
  expect(words('newsroom')).toBe('Partners hand in posts at http://127.0.0.1:1/v1/ingest.\n');
  expect(words('newsroom', 'local')).toContain(join('root', 'ingest-token'));
});
