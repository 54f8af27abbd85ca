import { afterEach, describe, expect, it } from 'vitest';
import {
  type MastodonOptions,
  mastodonSource,
} from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import { postsOf } from '../../support/posts-of.ts';
import { aStatus } from './a-status.ts';
import { type Answer, json, type Scripted, scriptedServer } from './scripted-server.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:00Z');
const SPAN = { hashtag: 'cityrun', fromMs: NOW_MS - 60_000, toMs: NOW_MS, nowMs: NOW_MS };

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(answer: Answer): Promise<Scripted> {
  const server = await scriptedServer(answer);
  servers.push(server);
  return server;
}

/** What the source says when the timeline of a server answers so. */
async function failureOf(timeline: Answer, options: MastodonOptions = {}): Promise<SourceError> {
  const server = await start((url, response) => {
    if (url.pathname === '/api/v2/instance') json(response, {}, {}, 404);
    else timeline(url, response);
  });
  return failure(mastodonSource(server.host, { scheme: 'http', ...options }).posts(SPAN, 1));
}

async function failure(asked: Promise<unknown>): Promise<SourceError> {
  const error = await asked.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  return error as SourceError;
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    json(response, { error: 'no' }, headers, code);

describe('a server that cannot answer now', () => {
  it.each`
    case                                | code   | headers                                                | retryAtMs
    ${'limit spent, seconds said'}      | ${429} | ${{ 'retry-after': '42' }}                             | ${NOW_MS + 42_000}
    ${'limit spent, date said'}         | ${429} | ${{ 'retry-after': 'Tue, 03 Nov 2026 12:02:00 GMT' }}  | ${NOW_MS + 120_000}
    ${'limit spent, reset said'}        | ${429} | ${{ 'x-ratelimit-reset': '2026-11-03T12:05:00.000Z' }} | ${NOW_MS + 300_000}
    ${'limit spent, nothing said'}      | ${429} | ${{}}                                                  | ${NOW_MS + 60_000}
    ${'limit spent, reset in the past'} | ${429} | ${{ 'x-ratelimit-reset': '2026-11-03T11:00:00.000Z' }} | ${NOW_MS + 60_000}
    ${'in maintenance'}                 | ${503} | ${{ 'retry-after': '30' }}                             | ${NOW_MS + 30_000}
    ${'broken'}                         | ${500} | ${{}}                                                  | ${undefined}
  `('$case', async ({ code, headers, retryAtMs }) => {
    const error = await failureOf(status(code, headers));

    expect(error).toMatchObject({ retryable: true, retryAtMs });
    expect(error.message).toMatch(code === 429 ? /rate limit is spent/ : new RegExp(`${code}`));
  });

  it('answers too late', async () => {
    const error = await failureOf(() => {}, { timeoutMs: 80 });

    expect(error).toMatchObject({ retryable: true });
    expect(error.message).toMatch(/did not answer in 80 ms$/);
  });

  it('stops in the middle of its answer', async () => {
    const error = await failureOf(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[{"id":');
      },
      { timeoutMs: 80 },
    );

    expect(error.message).toMatch(/did not answer in 80 ms$/);
  });

  it('is not there', async () => {
    const server = await scriptedServer(() => {});
    await server.close();

    const source = mastodonSource(server.host, { scheme: 'http' });

    expect(await failure(postsOf(source, SPAN, 1))).toMatchObject({
      retryable: true,
      message: `${server.host} cannot be reached`,
    });
  });

  it('answers with a page of its proxy instead of JSON, which is not quoted', async () => {
    const error = await failureOf((_, response) => response.end('<html>secret text</html>'));

    expect(error).toMatchObject({ retryable: true });
    expect(error.message).toMatch(/did not answer with JSON$/);
    expect(JSON.stringify(error) + String(error.cause)).not.toContain('secret');
  });
});

describe('a server whose rate limit is nearly spent', () => {
  it('is left alone until its period ends', async () => {
    const resetMs = NOW_MS + 120_000;
    const server = await start((_, response) =>
      json(response, [], {
        'x-ratelimit-limit': '300',
        'x-ratelimit-remaining': '5',
        'x-ratelimit-reset': new Date(resetMs).toISOString(),
      }),
    );
    const source = mastodonSource(server.host, { scheme: 'http' });

    const error = await failure(postsOf(source, SPAN, 1));
    expect(error).toMatchObject({ retryable: true, retryAtMs: resetMs });
    expect(error.message).toMatch(/rate limit is nearly spent$/);
    expect(server.asked).toEqual(['/api/v2/instance']);

    expect(await postsOf(source, { ...SPAN, nowMs: resetMs }, 1)).toEqual([]);
  });
});

describe('a server that will not answer us', () => {
  it.each`
    code   | options               | says
    ${401} | ${{}}                 | ${/only after a login \(status 401\): give a token, or watch on another server/}
    ${422} | ${{}}                 | ${/only after a login/}
    ${403} | ${{ token: 'stale' }} | ${/does not accept the token \(status 403\): give a valid token/}
    ${404} | ${{}}                 | ${/has no hashtag timelines \(status 404\): a server with the Mastodon API is required/}
    ${418} | ${{}}                 | ${/unexpected status 418/}
  `('says what to do about $code', async ({ code, options, says }) => {
    const error = await failureOf(status(code), options);

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(says);
  });

  const feeds =
    (access: string): Answer =>
    (url, response) =>
      url.pathname === '/api/v2/instance'
        ? json(response, {
            configuration: {
              timelines_access: { hashtag_feeds: { local: access, remote: access } },
            },
          })
        : json(response, []);

  it('is believed when it says that hashtags are for users only', async () => {
    const server = await start(feeds('authenticated'));
    const options = { scheme: 'http' } as const;

    const error = await failure(mastodonSource(server.host, options).counts(SPAN, 60_000));
    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/require a login: give a token/);
    expect(server.asked).toEqual(['/api/v2/instance']);

    const known = mastodonSource(server.host, { ...options, token: 'good' });
    expect(await postsOf(known, SPAN, 1)).toEqual([]);
  });

  it('is believed when it has switched hashtags off, token or not', async () => {
    const server = await start(feeds('disabled'));
    const source = mastodonSource(server.host, { scheme: 'http', token: 'good' });

    expect((await failure(postsOf(source, SPAN, 1))).message).toMatch(
      /switched hashtag timelines off/,
    );
  });

  it('is asked for its rules once', async () => {
    const server = await start(feeds('public'));
    const source = mastodonSource(server.host, { scheme: 'http' });

    for (const nowMs of [NOW_MS, NOW_MS + 1]) await postsOf(source, { ...SPAN, nowMs }, 1);

    expect(server.asked.filter((path) => path === '/api/v2/instance')).toHaveLength(1);
  });
});

describe('a server that sends us elsewhere', () => {
  it('is followed within itself', async () => {
    const error = await failureOf((url, response) =>
      url.pathname === '/moved'
        ? json(response, {}, {}, 401)
        : response.writeHead(301, { location: '/moved' }).end(),
    );

    expect(error.message).toMatch(/status 401/);
  });

  it('is not followed to another host, which gets neither request nor token', async () => {
    const other = await start((_, response) => json(response, []));
    const error = await failureOf(
      (_, response) => response.writeHead(302, { location: `http://${other.host}/x` }).end(),
      { token: 'secret' },
    );

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toContain(`redirects to http://${other.host}: redirects to another host`);
    expect(other.asked).toEqual([]);
  });

  it('is not followed in a circle', async () => {
    const error = await failureOf((url, response) =>
      response.writeHead(307, { location: url.pathname }).end(),
    );

    expect(error.message).toMatch(/redirects in a circle$/);
  });
});

describe('a server that answers with something else', () => {
  const good = aStatus('1', NOW_MS - 1);

  it.each`
    case                     | page                                                                    | says
    ${'an object'}           | ${{ error: 'x' }}                                                       | ${/answer: .*expected array/}
    ${'no date'}             | ${[good, { ...good, created_at: undefined }]}                           | ${/\[1\]\.created_at: .*expected string/}
    ${'a date that is none'} | ${[{ ...good, created_at: 'yesterday' }]}                               | ${/\[0\]\.created_at: Invalid ISO datetime/}
    ${'no account'}          | ${[{ ...good, account: null }]}                                         | ${/\[0\]\.account: .*expected object/}
    ${'a wrong count'}       | ${[{ ...good, account: { ...good.account, followers_count: 'many' } }]} | ${/\[0\]\.account\.followers_count: .*expected number/}
    ${'a wrong tag'}         | ${[{ ...good, tags: [{}] }]}                                            | ${/\[0\]\.tags\[0\]\.name: .*expected string/}
  `('$case: names the field, and not what was in it', async ({ page, says }) => {
    const error = await failureOf((_, response) => json(response, page));

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(says);
    expect(error.message).not.toMatch(/yesterday|many|post 1/);
  });

  it.each([0, 20, 39])('post %d of a page alone is wrong: the other 39 are read', async (place) => {
    const page = Array.from({ length: 40 }, (_, n) => aStatus(String(99 - n), NOW_MS - 1 - n));
    const wrong = page.with(place, { ...good, created_at: 'yesterday' });
    const server = await start((url, response) =>
      url.searchParams.has('max_id') ? json(response, []) : json(response, wrong),
    );
    const source = mastodonSource(server.host, { scheme: 'http' });

    const { posts } = await source.posts(SPAN, 100);
    expect(posts.map(({ id }) => id)).toEqual(
      page
        .toSpliced(place, 1)
        .map(({ id }) => id)
        .reverse(),
    );
    expect(await source.counts(SPAN, 60_000)).toEqual([{ startMs: SPAN.fromMs, posts: 39 }]);
  });

  it('an answer without end', async () => {
    const mebibyte = ' '.repeat(1024 * 1024);
    const error = await failureOf((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(mebibyte));
      };
      response.on('drain', more);
      more();
    });

    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/more than 8388608 bytes$/);
  });
});
