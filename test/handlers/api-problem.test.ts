import { describe, expect, it } from 'vitest';
import { Problem } from '../../functions/contract/problem.ts';
import { openApi } from '../support/api-harness.ts';

const A_POST = {
  id: '1',
  source: 'x',
  hashtags: ['a'],
  createdAt: '2026-01-06T12:00:00Z',
  author: 'a',
  repost: false,
};

describe('a request that is not as it should be names the field', () => {
  it.each`
    method     | path                                      | body                                                              | field                  | detail
    ${'GET'}   | ${'/v1/bursts?limit=0'}                   | ${undefined}                                                      | ${'limit'}             | ${/>=1/}
    ${'GET'}   | ${'/v1/bursts?limit=many'}                | ${undefined}                                                      | ${'limit'}             | ${/expected number/}
    ${'GET'}   | ${'/v1/bursts?level=bad'}                 | ${undefined}                                                      | ${'level'}             | ${/undecided.*coordinated/}
    ${'GET'}   | ${'/v1/bursts?from=yesterday'}            | ${undefined}                                                      | ${'from'}              | ${/datetime/}
    ${'GET'}   | ${'/v1/bursts?from=2026-02-01T00:00:00Z'} | ${undefined}                                                      | ${'from'}              | ${/earlier than to/}
    ${'GET'}   | ${'/v1/bursts?from=2020-02-01T00:00:00Z'} | ${undefined}                                                      | ${'from'}              | ${/within 366 days/}
    ${'GET'}   | ${'/v1/bursts?levle=organic'}             | ${undefined}                                                      | ${'levle'}             | ${/not known here/}
    ${'GET'}   | ${'/v1/watches?limit=201'}                | ${undefined}                                                      | ${'limit'}             | ${/<=200/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{}}                                                             | ${'hashtag'}           | ${/expected string/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'myspace', hashtag: 'a' }}                            | ${'source'}            | ${/replay/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'replay', hashtag: 'two words' }}                     | ${'hashtag'}           | ${/one hashtag/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'replay', hashtag: '#' }}                             | ${'hashtag'}           | ${/one hashtag/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'replay', hashtag: '#tag,' }}                         | ${'hashtag'}           | ${/without the punctuation/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'x', hashtag: '#covid-19' }}                          | ${'hashtag'}           | ${/that x can have/}
    ${'POST'}  | ${'/v1/checks'}                           | ${{ source: 'x', hashtag: '#2026' }}                              | ${'hashtag'}           | ${/that x can have/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'mastodon', hashtag: 'a' }}                           | ${'place'}             | ${/required for mastodon/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'replay', hashtag: 'a', place: 'example.org' }}       | ${'place'}             | ${/left out/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'mastodon', hashtag: 'a', place: '169.254.169.254' }} | ${'place'}             | ${/public host name/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'mastodon', hashtag: 'a', place: 'localhost:8080' }}  | ${'place'}             | ${/public host name/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'mastodon', hashtag: 'a', place: 'db.internal' }}     | ${'place'}             | ${/public host name/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'replay', hashtag: 'a', intervalMinutes: 7 }}         | ${'intervalMinutes'}   | ${/60/}
    ${'POST'}  | ${'/v1/watches'}                          | ${{ source: 'replay', hashtag: 'a', interval: 5 }}                | ${'interval'}          | ${/not known here/}
    ${'PATCH'} | ${'/v1/watches/replay:a'}                 | ${{ paused: 'yes' }}                                              | ${'paused'}            | ${/boolean/}
    ${'POST'}  | ${'/v1/checks'}                           | ${{ hashtag: 'a' }}                                               | ${'source'}            | ${/replay/}
    ${'POST'}  | ${'/v1/checks'}                           | ${{ posts: [] }}                                                  | ${'posts'}             | ${/>=1/}
    ${'POST'}  | ${'/v1/checks'}                           | ${{ posts: [A_POST, { ...A_POST, createdAt: 'noon' }] }}          | ${'posts.1.createdAt'} | ${/datetime/}
    ${'POST'}  | ${'/v1/checks'}                           | ${{ posts: [{ ...A_POST, author: undefined }] }}                  | ${'posts.0.author'}    | ${/string/}
    ${'POST'}  | ${'/v1/checks'}                           | ${[]}                                                             | ${'body'}              | ${/object/}
  `('$method $path $body', async ({ method, path, body, field, detail }) => {
    const { call, logged } = openApi();

    const answer = await call(method, path, { body });

    const problem = Problem.parse(answer.json);
    expect(answer.status).toBe(400);
    expect(problem.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const fault = problem.errors?.find((one) => one.field === field);
    expect(fault?.detail).toMatch(detail);
    expect(fault?.in).toBe(method === 'GET' ? 'query' : 'body');
    expect(logged).toEqual([]);
  });
});

it.each`
  method     | path                      | options                                                           | status | detail
  ${'GET'}   | ${'/v1/nowhere'}          | ${{}}                                                             | ${404} | ${'there is nothing at /v1/nowhere'}
  ${'GET'}   | ${'/'}                    | ${{}}                                                             | ${404} | ${'there is nothing at /'}
  ${'PUT'}   | ${'/v1/watches'}          | ${{ body: {} }}                                                   | ${405} | ${/GET, HEAD, POST/}
  ${'POST'}  | ${'/v1/bursts/a'}         | ${{ body: {} }}                                                   | ${405} | ${/GET, HEAD/}
  ${'PATCH'} | ${'/v1/watches/replay:a'} | ${{ body: { paused: true } }}                                     | ${404} | ${'there is no watch replay:a'}
  ${'POST'}  | ${'/v1/checks'}           | ${{ body: '{"posts": [' }}                                        | ${400} | ${'the body must be JSON'}
  ${'POST'}  | ${'/v1/checks'}           | ${{ body: 'posts=1', headers: { 'content-type': 'text/plain' } }} | ${415} | ${/not text\/plain/}
  ${'POST'}  | ${'/v1/checks'}           | ${{ body: JSON.stringify('x'.repeat(5 * 1024 * 1024)) }}          | ${413} | ${/at most 5242880/}
  ${'GET'}   | ${'/v1/bursts?cursor=x'}  | ${{}}                                                             | ${400} | ${/cursor/}
`('answers $method $path with $status as problem JSON', async (given) => {
  const { call, logged } = openApi();

  const answer = await call(given.method, given.path, given.options);

  expect(answer.status).toBe(given.status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  const { status, detail, title } = Problem.parse(answer.json);
  expect(status).toBe(given.status);
  expect(detail).toMatch(given.detail);
  expect(title).not.toBe('');
  expect(logged).toEqual([]);
});

it('tells a defect to the log and not to the caller', async () => {
  const { call, ports, logged } = openApi();
  ports.watches.list = async () => {
    throw new Error('table arn:aws:dynamodb is on fire');
  };

  const answer = await call('GET', '/v1/health');

  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('arn:aws');
  expect(JSON.stringify(Problem.parse(answer.json))).toContain('logged');
  expect(logged).toMatchObject([{ message: 'request failed', fields: { method: 'GET' } }]);
});
