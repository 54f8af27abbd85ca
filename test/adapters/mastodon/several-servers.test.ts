import { afterEach, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { federatedNames } from '../../../functions/adapters/mastodon/post-names.ts';
import { InputError } from '../../../functions/model/errors.ts';
import { type ScriptedNetwork, scriptedNetwork } from './scripted-network.ts';

const NOW_MS = Date.UTC(2026, 10, 3, 12);
const MINUTE_MS = 60_000;

const open: ScriptedNetwork[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function start() {
  const one = await scriptedNetwork();
  const two = await scriptedNetwork();
  open.push(one, two);
  const place = [one.host, two.host].sort().join('+');
  const source = mastodonSource(place, { scheme: 'http' });
  let number = 0;
  /** A post made so many seconds ago at home, and where it has come to by now. */
  const post = (home: string, ago: number, ...holders: readonly ScriptedNetwork[]) => {
    number += 1;
    const createdMs = NOW_MS - ago * 1_000;
    const uri = `https://${home}/users/ada/posts/${number}`;
    const made = { uri, createdMs, hashtags: ['cityrun'], text: 'run' };
    for (const server of holders)
      server.add({ ...made, authorCreatedAt: '2020-05-17T00:00:00.000Z' });
    return federatedNames([]).nameOf('', '', uri);
  };
  let asked = 0;
  const span = () => {
    const nowMs = NOW_MS + asked++;
    return { hashtag: 'cityrun', fromMs: NOW_MS - 5 * MINUTE_MS, toMs: NOW_MS, nowMs };
  };
  return { one, two, source, post, span };
}

describe('one hashtag on two servers', () => {
  it('counts a post once, on however many it stands', async () => {
    const { one, two, source, post, span } = await start();
    post('far.example', 10, one, two);
    post('far.example', 20, one);
    post('far.example', 30, two);
    post('far.example', 90, one, two);

    const counts = await source.counts(span(), MINUTE_MS);

    expect(counts.map(({ posts }) => posts)).toEqual([0, 0, 0, 1, 3]);
  });

  it('calls a post the same before and after a second server has heard of it', async () => {
    const { one, two, source, post, span } = await start();
    const name = post('far.example', 10, two);
    const before = await source.posts(span(), 10);
    post('far.example', 10, one);
    one.add({
      uri: 'https://far.example/users/ada/posts/1',
      createdMs: NOW_MS - 10_000,
      hashtags: ['cityrun'],
      text: 'run',
      authorCreatedAt: '2020-05-17T00:00:00.000Z',
    });
    const after = await source.posts(span(), 10);

    expect(before.posts.map(({ id }) => id)).toEqual([name]);
    expect(after.posts.map(({ id }) => id).filter((id) => id === name)).toHaveLength(1);
    expect(after.posts).toHaveLength(2);
  });

  it('while one fails reads posts of the other, claims none of the span, and counts nothing', async () => {
    const { one, two, source, post, span } = await start();
    post('far.example', 10, one);
    const seen = post('far.example', 20, two);
    one.failing = () => 503;

    const question = span();
    const { posts, fromMs } = await source.posts(question, 10);
    expect(posts.map(({ id }) => id)).toEqual([seen]);
    expect(fromMs).toBe(question.toMs);
    await expect(source.counts(span(), MINUTE_MS)).rejects.toMatchObject({
      name: 'SourceError',
      retryable: true,
      retryAtMs: undefined,
      message: expect.stringMatching(
        new RegExp(`^${one.host} .*; counts without it cannot be compared with those before$`),
      ),
    });
    await expect(source.past?.(span(), MINUTE_MS)).rejects.toThrow(one.host);

    // The first one is left alone for a while by now; that is no reason to leave both.
    await expect(source.counts(span(), MINUTE_MS)).rejects.toMatchObject({ retryAtMs: undefined });
    two.failing = () => 503;
    await expect(source.posts(span(), 10)).rejects.toThrow(
      new RegExp(`${one.host} .*; ${two.host} |${two.host} .*; ${one.host} `),
    );
  });

  it('is gone only where no server shows it any more, and says nothing while one fails', async () => {
    const { one, two, source, post, span } = await start();
    post('far.example', 200, one);
    post('far.example', 200, two);
    const uri = 'https://far.example/users/eve/posts/x';
    const createdMs = NOW_MS - 10_000;
    const made = { uri, createdMs, hashtags: ['cityrun'], text: 'x' };
    const [at, elsewhere] = [one, two].map((server) =>
      server.add({ ...made, authorCreatedAt: '2020-05-17T00:00:00.000Z' }),
    );
    const id = federatedNames([]).nameOf('', '', uri);
    const missing = () => source.missing([{ id, createdMs }], 'cityrun', span().nowMs);

    one.remove(at ?? '');
    expect(await missing()).toEqual(new Set());
    two.remove(elsewhere ?? '');
    two.failing = () => 503;
    expect(await missing()).toEqual(new Set());
  });

  it('gone everywhere is gone', async () => {
    const { one, two, source, post, span } = await start();
    post('far.example', 200, one, two);
    const id = federatedNames([]).nameOf('', '', 'https://far.example/users/eve/posts/y');

    expect(
      await source.missing([{ id, createdMs: NOW_MS - 10_000 }], 'cityrun', span().nowMs),
    ).toEqual(new Set([id]));
    // Nothing older stands: the timelines may just have lost their end.
    expect(
      await source.missing([{ id, createdMs: NOW_MS - 240_000 }], 'cityrun', span().nowMs),
    ).toEqual(new Set());
  });

  it('is gone once its home has lost it, even where it still stands elsewhere', async () => {
    const { one, two, source, span } = await start();
    const createdMs = NOW_MS - 10_000;
    const of = { createdMs, hashtags: ['cityrun'], text: 'x' };
    const author = { authorCreatedAt: '2020-05-17T00:00:00.000Z' };
    let uri = '';
    const id = one.add({
      ...of,
      ...author,
      get uri() {
        return uri;
      },
    });
    uri = `https://${one.host}/users/ada/statuses/${id}`;
    two.add({ ...of, ...author, uri });
    const name = `${one.host}/${id}`;

    expect((await source.posts(span(), 9)).posts.map((post) => post.id)).toEqual([name]);
    one.remove(id);
    const missing = await source.missing([{ id: name, createdMs }], 'cityrun', span().nowMs);

    expect(missing).toEqual(new Set([name]));
    expect(one.asked.at(-1)).toBe(`/api/v1/statuses/${id}`);
    expect(two.asked.some((path) => path.startsWith('/api/v1/statuses/'))).toBe(false);
  });

  it('lists what trends on either, the best place first, and the largest count', async () => {
    const { one, two, source } = await start();
    const tag = (name: string, uses: string) => ({ name, history: [{ uses, accounts: '3' }] });
    one.trends = [tag('CityRun', '40'), tag('Elections', '9')];
    two.trends = [tag('Rain', '70'), tag('cityrun', '55')];

    const trends = (await source.trending?.(null, NOW_MS)) ?? [];

    expect(trends.map(({ hashtag, posts }) => [hashtag, posts])).toEqual(
      one.host < two.host
        ? [
            ['cityrun', 55],
            ['rain', 70],
            ['elections', 9],
          ]
        : [
            ['rain', 70],
            ['cityrun', 55],
            ['elections', 9],
          ],
    );
    two.failing = () => 500;
    expect(await source.trending?.(null, NOW_MS + 1)).toHaveLength(2);
  });

  it('shows a token to none, for it is of one server alone', async () => {
    const { one, two } = await start();
    const place = [one.host, two.host].sort().join('+');
    const source = mastodonSource(place, {
      scheme: 'http',
      token: 'for-one',
    });
    await source.posts({ hashtag: 'cityrun', fromMs: 0, toMs: NOW_MS, nowMs: NOW_MS }, 1);

    const sent = [...one.sent, ...two.sent];
    expect(sent.map(({ authorization }) => authorization)).toEqual(sent.map(() => undefined));
    expect(sent.length).toBeGreaterThan(2);
  });

  it('are five servers at most', () => {
    expect(() => mastodonSource('a.example+b.example+c.example+d.example+e.example')).not.toThrow();
    expect(() => mastodonSource('a.ex+b.ex+c.ex+d.ex+e.ex+f.ex')).toThrow(InputError);
  });
});
