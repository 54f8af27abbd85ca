import { afterEach, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { cassette, cassettesAreHere, replayed } from './cassette.ts';
import { type ScriptedNetwork, scriptedNetwork } from './scripted-network.ts';

const NOW_MS = Date.parse('2026-08-01T13:56:00Z');

let server: ScriptedNetwork | undefined;
afterEach(() => server?.close());

async function trending(trends: unknown, status?: number) {
  server = await scriptedNetwork();
  server.trends = trends;
  if (status !== undefined) server.failing = () => status;
  return mastodonSource(server.host, { scheme: 'http' }).trending?.(null, NOW_MS);
}

const day = (uses: unknown, accounts: unknown) => ({ day: '1785542400', uses, accounts });

describe('what a server says is trending', () => {
  it('are its hashtags as it writes them, with the counts of two days', async () => {
    const trends = await trending([
      { name: 'Şehir', history: [day('5', '4'), day('60', '41'), day('700', '500')] },
      { name: 'quiet' },
      { name: 'numbers', history: [day(3, 2)] },
      { name: '#', history: [] },
    ]);

    expect(trends).toEqual([
      { hashtag: 'şehir', display: 'Şehir', posts: 65, accounts: 45, startedMs: null },
      { hashtag: 'quiet', display: 'quiet', posts: null, accounts: null, startedMs: null },
      { hashtag: 'numbers', display: 'numbers', posts: 3, accounts: 2, startedMs: null },
    ]);
    expect(server?.asked).toEqual(['/api/v1/trends/tags?limit=20']);
  });

  it('leaves out the hashtag alone of which it says something impossible', async () => {
    const good = [{ name: 'one' }, { name: 'two' }];
    const bad = [{ name: 7 }];

    expect((await trending([...bad, ...good]))?.map(({ hashtag }) => hashtag)).toEqual([
      'one',
      'two',
    ]);
  });

  it.each`
    case                       | trends                                        | status       | message
    ${'it has no such list'}   | ${undefined}                                  | ${undefined} | ${/lists no trends \(status 404\)/}
    ${'it asks for a login'}   | ${[]}                                         | ${401}       | ${/only after a login \(status 401\)/}
    ${'counts are no numbers'} | ${[{ name: 'a', history: [day('many', 1)] }]} | ${undefined} | ${/trends that cannot be read/}
    ${'it is no list'}         | ${{ error: 'no' }}                            | ${undefined} | ${/trends that cannot be read/}
  `('is told as a failure for good where $case', async ({ trends, status, message }) => {
    await expect(trending(trends, status)).rejects.toMatchObject({
      name: 'SourceError',
      retryable: false,
      message: expect.stringMatching(message),
    });
  });

  it.skipIf(!cassettesAreHere())(
    'is read as mastodon.social and Mastodon 4.6 answered',
    async () => {
      const read = (name: string) => {
        const { fetch } = replayed(cassette(name));
        const source = mastodonSource('localhost:3000', { scheme: 'http', fetch });
        return source.trending?.(null, NOW_MS);
      };
      const trends = (await read('test_entity_tag')) ?? [];

      expect(trends).toHaveLength(10);
      expect(trends).toContainEqual({
        hashtag: 'screenshotsaturday',
        display: 'ScreenshotSaturday',
        posts: expect.any(Number),
        accounts: expect.any(Number),
        startedMs: null,
      });
      for (const { posts, accounts } of trends)
        expect(posts).toBeGreaterThanOrEqual(accounts ?? -1);
      expect(await read('test_trending_tags')).toEqual([]);
    },
  );
});
