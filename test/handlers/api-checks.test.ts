import { expect, it } from 'vitest';
import { CheckView } from '../../functions/contract/check.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';

const START_MS = Date.UTC(2026, 0, 6, 12);

/** Sixty accounts post the same words in one breath, and take them away a minute later. */
function pushedPosts(hashtag: string) {
  return Array.from({ length: 120 }, (_, index) => ({
    id: `post-${index}`,
    source: 'x',
    hashtags: [hashtag],
    createdAt: new Date(START_MS + index * 500).toISOString(),
    author: `author-${index % 60}`,
    authorCreatedAt: new Date(Date.UTC(2025, 3, 1 + (index % 3))).toISOString(),
    repost: false,
    text: `everybody says the harbour wall must fall at once today #${hashtag}`,
    deletedAt: new Date(START_MS + 60_000 + index * 500).toISOString(),
  }));
}

it('puts the check of a hashtag in line and says where to look', async () => {
  const { call, queued } = openApi();

  const answer = await call('POST', '/v1/checks', {
    body: { source: 'replay', hashtag: '#Harbour' },
  });

  expect(answer.status).toBe(202);
  expect(answer.headers.location).toBe('/v1/checks/check-1');
  expect(CheckView.parse(answer.json)).toMatchObject({
    checkId: 'check-1',
    hashtag: 'harbour',
    state: 'waiting',
    postsRead: 0,
    verdict: null,
  });
  expect(queued).toEqual([{ kind: 'check', checkId: 'check-1', atMs: NOW_MS }]);
  expect((await call('GET', '/v1/checks/check-1')).json).toEqual(answer.json);
});

it('judges posts that come along at once, by the signals they carry', async () => {
  const { call, queued } = openApi();

  const answer = await call('POST', '/v1/checks', { body: { posts: pushedPosts('Harbour') } });

  expect(answer.status).toBe(201);
  const check = CheckView.parse(answer.json);
  expect(check).toMatchObject({ hashtag: 'harbour', state: 'done', postsRead: 120, source: null });
  expect(check.verdict).toMatchObject({ level: 'coordinated', posts: 120, accounts: 60 });
  expect(check.verdict?.standing).toContain('text');
  expect(check.verdict?.reasons.length).toBeGreaterThan(0);
  expect(queued).toEqual([]);
  expect((await call('GET', String(answer.headers.location))).json).toEqual(answer.json);
});

it('keeps no author, text or post of what it judged', async () => {
  const { call, ports } = openApi();

  await call('POST', '/v1/checks', { body: { posts: pushedPosts('harbour') } });

  const stored = JSON.stringify(await ports.checks.get('check-1'));
  expect(stored).not.toMatch(/author-|post-\d|harbour wall/);
});

it('judges the posts of one hashtag: the named one, else the one that most carry', async () => {
  const { call } = openApi();
  const posts = [
    ...pushedPosts('harbour'),
    ...pushedPosts('fair')
      .slice(0, 20)
      .map((post) => ({ ...post, id: `fair-${post.id}` })),
  ];

  const most = await call('POST', '/v1/checks', { body: { posts } });
  const named = await call('POST', '/v1/checks', { body: { posts, hashtag: '#Fair' } });
  const absent = await call('POST', '/v1/checks', { body: { posts, hashtag: 'wedding' } });

  expect(most.json).toMatchObject({ hashtag: 'harbour', postsRead: 120 });
  expect(named.json).toMatchObject({ hashtag: 'fair', postsRead: 20 });
  expect(named.json.verdict.level).toBe('undecided');
  expect(absent.status).toBe(400);
  expect(absent.json.detail).toBe('at least one post must carry #wedding');
});

it('gives the same verdict whatever the order of the posts', async () => {
  const { call } = openApi();
  const posts = pushedPosts('harbour');

  const one = await call('POST', '/v1/checks', { body: { posts } });
  const other = await call('POST', '/v1/checks', { body: { posts: posts.toReversed() } });

  expect(other.json.verdict).toEqual(one.json.verdict);
});

it('knows no check that nobody asked for', async () => {
  const { call } = openApi();

  const answer = await call('GET', '/v1/checks/nobody');

  expect(answer.status).toBe(404);
  expect(answer.json.detail).toBe('there is no check nobody');
});
