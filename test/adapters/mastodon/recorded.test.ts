import { describe, expect, it } from 'vitest';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { sourcePost } from '../../../functions/adapters/mastodon/source-post.ts';
import { readStatusPage } from '../../../functions/adapters/mastodon/status-page.ts';
import { rateSaid } from '../../../functions/adapters/net/rate-said.ts';
import { postsOf } from '../../support/posts-of.ts';
import { cassette, cassettesAreHere, replayed } from './cassette.ts';

const LOCAL = { scheme: 'http' } as const;

describe.skipIf(!cassettesAreHere())('mastodonSource on recorded answers of Mastodon', () => {
  it('reads the timeline of a hashtag on Mastodon 4.6', async () => {
    const { fetch, asked } = replayed(cassette('test_hashtag_tl'));
    const nowMs = Date.parse('2026-08-01T13:56:00Z');
    const span = { hashtag: 'hoot', fromMs: nowMs - 60_000, toMs: nowMs, nowMs };

    const source = mastodonSource('localhost:3000', { ...LOCAL, fetch });
    const posts = await postsOf(source, span, 1);

    expect(posts).toEqual([
      {
        id: '117020593741189701',
        authorId: 'http://localhost:3000/ap/users/117020566092212359',
        createdMs: Date.parse('2026-08-01T13:55:55.867Z'),
        authorCreatedMs: Date.parse('2026-08-01T00:00:00Z'),
        repost: false,
        text: '#hoot (hashtag toot)',
        hashtags: ['hoot'],
        language: 'ja',
        followers: 0,
        authorNames: ['', 'mastodonpy_test_2@localhost:3000'],
      },
    ]);
    expect(asked.slice(0, 2)).toEqual(['/api/v2/instance', '/api/v1/timelines/tag/hoot?limit=40']);
  });

  it('pages back by the Link header, and stops once it is past the span', async () => {
    // The same server pages an account's posts as it pages a hashtag's.
    const answers = cassette('test_fetch_next_previous_from_pagination_info');
    const { fetch, asked } = replayed(answers, (url) => {
      const maxId = url.searchParams.get('max_id');
      const page = maxId === null ? '' : `&max_id=${maxId}`;
      return `/api/v1/accounts/117020565966271181/statuses?limit=5${page}`;
    });
    const nowMs = Date.parse('2026-08-01T13:52:43Z');
    const span = { hashtag: 'toot', fromMs: nowMs - 1_700, toMs: nowMs, nowMs };
    const source = mastodonSource('localhost:3000', { ...LOCAL, fetch });

    const counts = await source.counts(span, 850);
    const posts = await postsOf(source, span, 100);

    expect(posts.map(({ text }) => text)).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((n) => `Toot number ${n}!`),
    );
    expect(counts).toEqual([
      { startMs: span.fromMs, posts: 7 },
      { startMs: span.fromMs + 850, posts: 0 },
    ]);
    expect(asked.slice(1)).toEqual([
      '/api/v1/timelines/tag/toot?limit=40',
      '/api/v1/timelines/tag/toot?limit=40&max_id=117020581008555092',
    ]);
  });

  it('takes a recorded 404 for a post that is gone', async () => {
    const timeline = cassette('test_hashtag_tl');
    const answers = new Map([...timeline, ...cassette('test_status_missing')]);
    const { fetch, asked } = replayed(answers);
    const source = mastodonSource('localhost:3000', { ...LOCAL, fetch, maxPages: 1 });
    const nowMs = Date.parse('2026-08-01T13:56:00Z');
    const seen = ['117020593741189701', '0'].map((id) => ({ id, createdMs: nowMs - 1_000 }));

    expect(await source.missing(seen, 'hoot', nowMs)).toEqual(new Set(['0']));
    expect(asked.at(-1)).toBe('/api/v1/statuses/0');
  });

  it('reads real posts of mastodon.social: mentions, links, dates of remote accounts', async () => {
    const answers = [...cassette('test_entity_status').values()];
    const statuses = await Promise.all(answers.map((answer) => answer.json()));

    const [first, second] = readStatusPage('mastodon.social', statuses).map((status) =>
      sourcePost(status, 'thisisahashtag'),
    );

    expect(first).toMatchObject({
      authorId: 'https://icosahedron.website/users/halcy',
      authorCreatedMs: Date.parse('2017-02-03T00:00:00Z'),
      hashtags: ['thisisahashtag'],
      language: 'de',
    });
    expect(first?.text).toMatch(/^@halcy you're a doo-doo head\n\nedit: .* #ThisIsAHashtag/);
    expect(first?.text).not.toMatch(/[<>]|&\w+;/);
    expect(second?.text).toBe('test?');
  });

  it('reads a whole recorded page of the public timeline', async () => {
    const page = await cassette('test_public_tl_anonymous').get('/api/v1/timelines/public')?.json();

    expect(readStatusPage('localhost:3000', page)).toHaveLength(8);
  });

  it('obeys the rate headers of the server, and not those of an answer from a cache', () => {
    const nowMs = Date.parse('2026-08-01T13:56:00Z');
    const own = cassette('test_hashtag_tl').get('/api/v1/timelines/tag/hoot')?.headers;
    const cached = cassette('test_entity_tag').get('/api/v2/instance')?.headers;

    expect(rateSaid(own ?? new Headers(), nowMs)).toMatchObject({
      remaining: Number(own?.get('x-ratelimit-remaining')),
    });
    expect(Number(cached?.get('age'))).toBeGreaterThan(0);
    expect(rateSaid(cached ?? new Headers(), nowMs)).toBeUndefined();
  });
});
