import { Client } from '@xdevplatform/xdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HostileServer, startHostileServer } from '../net/hostile-server.ts';
import { anX } from './an-x.ts';
import { FAKE_TOKEN } from './fake-x.ts';

const NOW_MS = Date.parse('2026-11-03T12:00:30.000Z');
const NOON_MS = Date.parse('2026-11-03T12:00:00.000Z');
const span = { hashtag: 'sport', fromMs: NOON_MS - 300_000, toMs: NOON_MS, nowMs: NOW_MS };
const times = { startTime: '2026-11-03T11:55:00Z', endTime: '2026-11-03T12:00:00Z' };

/** Names that the client's types know: they are made from X's specification of 2026. */
const FIELDS = {
  postFields: ['created_at', 'entities', 'lang', 'note_post'],
  userFields: ['created_at', 'location', 'public_metrics', 'verified'],
  expansions: ['author_id'],
} satisfies Parameters<Client['posts']['searchRecent']>[1];

/** The 2026 specification itself is in no package; X's own client is made from it. */
describe("what we ask, beside X's own client of 2026", () => {
  let server: HostileServer;
  let theirs: Client;
  const ours = () => anX(server.host);
  beforeEach(async () => {
    server = await startHostileServer({
      clock: () => NOW_MS,
      answer: {
        kind: 'answer',
        body: { data: [], meta: { result_count: 0, total_post_count: 0 } },
      },
    });
    theirs = new Client({ bearerToken: FAKE_TOKEN, baseUrl: `http://${server.host}` });
  });
  afterEach(() => server.close());

  it.each([
    [
      'counts',
      () => ours().counts(span, 60_000),
      () => theirs.posts.getCountsRecent('#sport', { ...times, granularity: 'minute' }),
    ],
    [
      'posts',
      () => ours().posts(span, 100),
      () =>
        theirs.posts.searchRecent('#sport', {
          ...times,
          ...FIELDS,
          maxResults: 100,
          sortOrder: 'recency',
        }),
    ],
    [
      'posts that are looked for',
      () =>
        ours().missing(
          [
            { id: '20', createdMs: 0 },
            { id: '21', createdMs: 0 },
          ],
          'sport',
          NOW_MS,
        ),
      () => theirs.posts.getByIds(['20', '21']),
    ],
    [
      'trends',
      () => ours().trending?.('23424922', NOW_MS),
      () => theirs.trends.getByWoeid(23424922, { maxTrends: 20 }),
    ],
  ])('%s: the same path, names and values', async (_, we, they) => {
    await we();
    await they();
    const [our, their] = server.asked.map(({ url, headers }) => ({
      path: url.pathname,
      parameters: Object.fromEntries(url.searchParams),
      authorization: headers.authorization,
    }));

    expect(our).toEqual(their);
  });
});
