import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { openPartners } from '../../../functions/adapters/ingest/partners.ts';
import { SettingsError } from '../../../functions/model/errors.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const MINUTE_MS = 60_000;

afterEach(() => vi.unstubAllEnvs());

function open(tokens: unknown) {
  set(tokens);
  return openPartners('env:INGEST_TOKENS_OF_TEST');
}
function set(tokens: unknown) {
  const text = typeof tokens === 'string' ? tokens : JSON.stringify(tokens);
  vi.stubEnv('INGEST_TOKENS_OF_TEST', text);
}

it('knows a partner by any of its tokens, and nobody by another', async () => {
  const partnerOf = open({ newsroom: [sha256('old'), sha256('new')], archive: sha256('third') });

  expect(await partnerOf('old', 0)).toBe('newsroom');
  expect(await partnerOf('new', 0)).toBe('newsroom');
  expect(await partnerOf('third', 0)).toBe('archive');
  for (const token of ['', 'olds', sha256('old'), 'Old'])
    expect(await partnerOf(token, 0)).toBeUndefined();
});

it('says where there is no partner at all', async () => {
  expect(await open({})('', 0)).toBeNull();
});

it('forgets within minutes a token that was withdrawn', async () => {
  const partnerOf = open({ newsroom: sha256('old') });
  expect(await partnerOf('old', 0)).toBe('newsroom');
  set({ newsroom: sha256('new') });

  expect(await partnerOf('old', 5 * MINUTE_MS)).toBe('newsroom');
  expect(await partnerOf('old', 5 * MINUTE_MS + 1)).toBeUndefined();
  expect(await partnerOf('new', 5 * MINUTE_MS + 1)).toBe('newsroom');
});

it.each(['not JSON', '[]', { Newsroom: sha256('a') }, { newsroom: 'plain' }, { newsroom: [] }])(
  'refuses %j, and says what is required without repeating it',
  async (tokens) => {
    const partnerOf = open(tokens);

    await expect(partnerOf('any', 0)).rejects.toThrow(SettingsError);
    await expect(partnerOf('any', 0)).rejects.toThrow(/JSON such as/);
    await expect(partnerOf('any', 0)).rejects.not.toThrow(/plain/);
  },
);
