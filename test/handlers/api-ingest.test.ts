import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { IngestReceipt } from '../../functions/contract/ingest.ts';
import { Problem } from '../../functions/contract/problem.ts';
import { addWatch } from '../../functions/steps/add-watch.ts';
import { apiEvent, type CallOptions, NOW_MS, openApi } from '../support/api-harness.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const TOKEN = { authorization: 'Bearer token-of-newsroom' };
const LINES = { 'content-type': 'application/x-ndjson' };
const at = (ms: number) => new Date(ms).toISOString();

const aLine = (number: number, overrides: object = {}) => ({
  id: `post-${number}`,
  source: 'x',
  hashtags: ['#Harbour'],
  createdAt: at(NOW_MS - 5 * MINUTE_MS + number),
  author: `author-${number}`,
  authorCreatedAt: '2019-03-02',
  repost: false,
  text: 'everybody says the harbour wall must fall',
  ...overrides,
});
const linesOf = (...lines: readonly unknown[]) =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

async function open() {
  const api = openApi();
  const wish = { source: 'ingest', place: 'newsroom', hashtag: 'harbour' } as const;
  await addWatch({ ...wish, intervalMinutes: 5 }, NOW_MS - DAY_MS, api.ports.watches);
  const handIn = (body: string, options: CallOptions = {}) =>
    api.call('POST', '/v1/ingest', {
      body,
      ...options,
      headers: { ...TOKEN, ...LINES, ...options.headers },
    });
  const receipt = async (body: string, options?: CallOptions) => {
    const answer = await handIn(body, options);
    expect(answer.status, answer.text).toBe(200);
    return IngestReceipt.parse(answer.json);
  };
  return { ...api, handIn, receipt };
}

const NONE = { accepted: 0, deleted: 0, repeated: 0, unwatched: 0, late: 0, refused: 0 };

describe('a batch', () => {
  it('is taken, and what became of it told', async () => {
    const { receipt } = await open();
    const said = { from: at(NOW_MS - 10 * MINUTE_MS), until: at(NOW_MS), hashtags: ['harbour'] };
    const batch = linesOf(aLine(1), '', aLine(2), aLine(3, { hashtags: ['other'] }), said);

    expect(await receipt(`${batch}\r\n`)).toEqual({
      ...NONE,
      accepted: 2,
      unwatched: 1,
      refusals: [],
      watched: [{ hashtag: 'harbour', until: at(NOW_MS) }],
    });
    expect(await receipt(batch)).toMatchObject({ ...NONE, repeated: 2, unwatched: 1 });
  });

  it('loses nothing by a bad line, which is told with its number and field and none of its words', async () => {
    const { handIn } = await open();
    const secret = 'nobody may read this';
    const batch = [
      aLine(1),
      `{"text": "${secret}`,
      aLine(2, { createdAt: 'yesterday', text: secret }),
      aLine(3, { author: undefined }),
      aLine(4, { createdAt: at(NOW_MS + 2 * MINUTE_MS) }),
      aLine(5, { createdAt: at(NOW_MS - 8 * DAY_MS) }),
      aLine(6, { deletedAt: at(NOW_MS - DAY_MS) }),
      aLine(7, { deletedAt: at(NOW_MS + 2 * MINUTE_MS) }),
      { until: at(NOW_MS + 2 * MINUTE_MS) },
      { until: at(NOW_MS), from: at(NOW_MS + 1) },
      { until: at(NOW_MS), hashtag: 'harbour' },
      `[]`,
      aLine(8, { hashtags: [3] }),
      aLine(9),
    ];

    const answer = await handIn(linesOf(...batch));
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('nobody');
    expect(answer.json).toMatchObject({ ...NONE, accepted: 2, refused: 12 });
    const refusals = answer.json.refusals.map(
      ({ line, field }: { line: number; field: string }) => `${line} ${field}`,
    );
    expect(refusals).toEqual([
      '2 line',
      '3 createdAt',
      '4 author',
      '5 createdAt',
      '6 createdAt',
      '7 deletedAt',
      '8 deletedAt',
      '9 until',
      '10 from',
      '11 hashtag',
      '12 line',
      '13 hashtags.0',
    ]);
    expect(answer.json.refusals[0].detail).toBe('must be one JSON object');
    expect(answer.json.refusals[4].detail).toBe('must be within the last 7 days');
  });

  it('is refused where no line can be read', async () => {
    const { handIn } = await open();
    const answer = await handIn(linesOf('not JSON', aLine(1, { repost: 'no' })));

    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      detail: 'none of 2 lines can be read; line 1: line must be one JSON object',
      errors: [
        { in: 'body', field: '1', detail: 'must be one JSON object' },
        { in: 'body', field: '2.repost' },
      ],
    });
  });

  it('is the same with a mark of byte order, Windows line ends and empty lines', async () => {
    const { receipt } = await open();
    const batch = [aLine(1), aLine(2)].map((line) => JSON.stringify(line)).join('\r\n\r\n');

    expect(await receipt(`\ufeff${batch}\r\n\r\n`)).toMatchObject({ accepted: 2, refused: 0 });
  });

  it('with one hashtag in many spellings is one post of it', async () => {
    const { receipt } = await open();
    const hashtags = ['#Harbour', 'HARBOUR', '＃ｈａｒｂｏｕｒ', 'har\u00adbour'];

    expect(await receipt(linesOf(aLine(1, { hashtags })))).toMatchObject({
      accepted: 1,
      watched: [{ hashtag: 'harbour' }],
    });
  });

  it('loses nothing by hashtags that nobody can watch', async () => {
    const { receipt, ports } = await open();
    const asked = vi.spyOn(ports.watches, 'get');
    const hashtags = ['', '#', 'ﷺ'.repeat(200), 'harbour'];

    expect(await receipt(linesOf(aLine(1, { hashtags })))).toMatchObject({ accepted: 1 });
    expect(asked.mock.calls).toEqual([['ingest:harbour@newsroom']]);
  });

  it('that is empty says that there was nothing new', async () => {
    const { receipt, ports } = await open();
    await receipt(linesOf(aLine(1)));
    await receipt('', { atMs: NOW_MS + MINUTE_MS });
    await receipt('\n', { atMs: NOW_MS + 2 * MINUTE_MS });

    expect(await ports.ingest.vouched('newsroom', null)).toMatchObject({
      spans: [{ fromMs: NOW_MS + MINUTE_MS, toMs: NOW_MS + 2 * MINUTE_MS }],
    });
  });

  it('with posts alone vouches for nothing', async () => {
    const { receipt, ports } = await open();

    expect((await receipt(linesOf(aLine(1)))).watched).toEqual([
      { hashtag: 'harbour', until: null },
    ]);
    expect(await ports.ingest.vouched('newsroom', null)).toBeUndefined();
  });

  it('of a clock that is a little ahead vouches for no time to come', async () => {
    const { receipt, ports } = await open();
    const ahead = at(NOW_MS + 30_000);
    const made = aLine(1, { createdAt: ahead });
    await receipt(linesOf(made, { from: ahead, until: ahead, hashtags: ['harbour'] }));

    expect(await ports.ingest.vouched('newsroom', 'harbour')).toMatchObject({
      spans: [{ fromMs: NOW_MS, toMs: NOW_MS }],
    });
  });

  it('in base64, as API Gateway hands on what it takes for bytes, is the same', async () => {
    const { handler, receipt } = await open();
    const body = Buffer.from(linesOf(aLine(1))).toString('base64');
    const headers = { ...TOKEN, ...LINES };
    const event = { ...apiEvent('POST', '/v1/ingest', { body, headers }), isBase64Encoded: true };

    expect(JSON.parse((await handler(event)).body ?? '')).toMatchObject({ accepted: 1 });
    expect(await receipt(linesOf(aLine(1)))).toMatchObject({ repeated: 1 });
  });
});

describe('what may not be handed in', () => {
  it('is everything without a token, or with one that is nobody’s', async () => {
    const { handIn, ports } = await open();
    for (const authorization of [
      '',
      'Bearer ',
      'Bearer other',
      'Basic token-of-newsroom',
      'token-of-newsroom',
    ]) {
      const answer = await handIn(linesOf(aLine(1)), { headers: { authorization } });

      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
    }
    expect(await ports.ingest.draw('newsroom', 0, NOW_MS)).toEqual({ batches: 1, lines: 0 });
  });

  it('is everything where there is no partner', async () => {
    const { call } = openApi(async () => null);
    const answer = await call('POST', '/v1/ingest', {
      body: linesOf(aLine(1)),
      headers: { ...TOKEN, ...LINES },
    });

    expect(answer.status).toBe(503);
    expect(answer.json.detail).toContain('turfwatch token');
  });

  it('is what is not said to be JSON lines', async () => {
    const { handIn } = await open();
    const answer = await handIn(linesOf(aLine(1)), {
      headers: { 'content-type': 'application/json' },
    });

    expect(answer.status).toBe(415);
    expect(answer.json.detail).toContain('application/x-ndjson');
  });

  it.each([
    ['lines', () => linesOf(...Array.from({ length: 5_001 }, () => ({ until: at(NOW_MS) })))],
    ['bytes', () => linesOf(aLine(1, { text: 'a'.repeat(4 * 1024 * 1024) }))],
    [
      'hashtags',
      () =>
        linesOf(
          ...Array.from({ length: 21 }, (_, n) =>
            aLine(n, { hashtags: Array.from({ length: 100 }, (_, tag) => `t${n * 100 + tag}`) }),
          ),
        ),
    ],
  ])('is too many %s', async (what, body) => {
    const { handIn } = await open();
    const answer = await handIn(body());

    expect(answer.status).toBe(413);
    expect(answer.json.detail).toContain(what);
  });

  it('is too many hashtags named in words on how far it is complete', async () => {
    const { handIn } = await open();
    const named = (from: number) => Array.from({ length: 1_000 }, (_, n) => `t${from + n}`);
    const words = [0, 1_000, 2_000].map((from) => ({ until: at(NOW_MS), hashtags: named(from) }));

    expect((await handIn(linesOf(...words.slice(1)))).status).toBe(200);
    expect((await handIn(linesOf(...words))).status).toBe(413);
  });

  it('is what was packed, and it is told how to send it', async () => {
    const { handler } = await open();
    const body = gzipSync(linesOf(aLine(1))).toString('base64');
    const headers = { ...TOKEN, ...LINES, 'content-encoding': 'gzip' };
    const event = { ...apiEvent('POST', '/v1/ingest', { body, headers }), isBase64Encoded: true };
    const answer = await handler(event);

    expect(answer.statusCode).toBe(415);
    expect(JSON.parse(answer.body ?? '').detail).toBe(
      'content-encoding must be left out, not gzip: lines are taken as they are',
    );
  });

  it('is a token anywhere but in its header', async () => {
    const { call } = await open();
    const body = linesOf(aLine(1));
    const answers = [
      await call('POST', '/v1/ingest?token=token-of-newsroom', { body, headers: LINES }),
      await call('POST', '/v1/ingest', {
        body,
        headers: { ...LINES, 'x-api-key': 'token-of-newsroom' },
      }),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(401);
      expect(text).not.toContain('token-of');
    }
  });

  it('is told as problem JSON that gives nothing away', async () => {
    const { call, handIn, ports } = await open();
    await ports.ingest.draw('newsroom', 59_999, NOW_MS);
    const nobody = await openApi(async () => null).call('POST', '/v1/ingest', {
      body: linesOf(aLine(1)),
      headers: { ...TOKEN, ...LINES },
    });
    const answers = [
      nobody,
      await call('POST', '/v1/ingest', { body: linesOf(aLine(1)), headers: LINES }),
      await handIn(linesOf(aLine(1), aLine(2))),
      await handIn('', { headers: { 'content-type': 'text/plain' } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([503, 401, 429, 415]);
    for (const { status, headers, json, text } of answers) {
      expect(headers['content-type']).toBe('application/problem+json');
      expect(Problem.parse(json).status).toBe(status);
      expect(text).not.toMatch(/newsroom|author-|token-of|harbour|wall/);
    }
  });

  it.each([
    ['source', 'seen by author-1', 'must be the name of a network'],
    ['source', 'x:1', 'must be the name of a network'],
    ['language', 'says author-1', 'must be a language tag'],
  ])('is a %s that holds more than its name', async (field, said, detail) => {
    const { receipt } = await open();
    const { refusals } = await receipt(linesOf(aLine(1), aLine(2, { [field]: said })));

    expect(refusals).toMatchObject([{ line: 2, field }]);
    expect(refusals[0]?.detail).toContain(detail);
  });

  it('is more than sixty batches a minute, and it says when to go on', async () => {
    const { handIn, receipt } = await open();
    const early = NOW_MS + 15_000;
    for (let batch = 0; batch < 60; batch += 1) await receipt('', { atMs: early });
    const answer = await handIn('', { atMs: early });

    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe('45');
    await receipt('', { atMs: NOW_MS + MINUTE_MS });
  });

  it('is more than sixty thousand lines a minute', async () => {
    const { handIn, ports } = await open();
    await ports.ingest.draw('newsroom', 59_999, NOW_MS);

    expect((await handIn(linesOf({ until: at(NOW_MS) }))).status).toBe(200);
    expect((await handIn(linesOf({ until: at(NOW_MS) }))).status).toBe(429);
  });
});

describe('a watch on what is handed in', () => {
  it.each([
    [{ source: 'ingest', hashtag: 'harbour' }, 'place: is required for ingest'],
    [
      { source: 'ingest', hashtag: 'harbour', place: 'one.example' },
      'place: must be the name of a partner',
    ],
    [
      { source: 'mastodon', hashtag: 'harbour', place: 'localhost' },
      'place: must be the public host name',
    ],
  ])('%j', async (body, detail) => {
    const { call } = await open();
    const answer = await call('POST', '/v1/watches', { body });

    expect(answer.status).toBe(400);
    expect(answer.json.detail).toContain(detail);
  });
});
