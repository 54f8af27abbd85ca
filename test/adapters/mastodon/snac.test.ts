import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../../functions/adapters/mastodon/mastodon-source.ts';
import { postsOf } from '../../support/posts-of.ts';
import { type Snac, snacIsHere, startSnac } from '../../support/snac.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOTES = 85;

/** snac2 dates posts to the second: what shall be older must be older by one. */
async function nextSecond(): Promise<void> {
  const second = Math.floor(Date.now() / 1_000);
  while (Math.floor(Date.now() / 1_000) === second) await wait(20);
}

describe.skipIf(!snacIsHere())('mastodonSource on a real snac2 server', () => {
  let snac: Snac;
  let password: string;
  let token: string;
  let postedFromMs: number;

  beforeAll(async () => {
    snac = await startSnac();
    postedFromMs = Math.floor(Date.now() / 1_000) * 1_000;
    password = snac.addUser('ada');
    snac.addUser('ben');
    token = await snac.token('ada', password);
    for (let i = 0; i < NOTES; i++) {
      snac.note(i % 2 ? 'ben' : 'ada', `note ${i} of #CityRun & more: https://example.org/?n=${i}`);
      if (i === 0) await nextSecond();
    }
    snac.note('ada', 'of something else #other');
  });
  afterAll(() => snac?.stop());

  let questions = 0;
  /** Each question at a time of its own, so that none is answered from the reading of another. */
  function span(hashtag = 'cityrun') {
    const nowMs = Date.now() + 10 * MINUTE_MS + questions++;
    return { hashtag, fromMs: postedFromMs, toMs: nowMs, nowMs };
  }
  const open = (options = {}) =>
    mastodonSource(snac.host, { scheme: 'http', timeoutMs: 50_000, ...options });

  it('reads every post of three pages once, oldest first', async () => {
    const posts = await postsOf(open(), span(), 1_000);

    expect(new Set(posts.map(({ id }) => id)).size).toBe(NOTES);
    expect(posts).toHaveLength(NOTES);
    const times = posts.map(({ createdMs }) => createdMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(postedFromMs);
  });

  it('reads a post as it was written, and its account', async () => {
    const posts = await postsOf(open(), span(), 1_000);
    const post = posts.find(({ text }) => text?.startsWith('note 7 '));

    expect(post).toEqual({
      id: expect.stringMatching(/^[0-9a-f]+$/),
      authorId: `http://${snac.host}/ben`,
      createdMs: expect.any(Number),
      authorCreatedMs: expect.any(Number),
      repost: false,
      text: 'note 7 of #CityRun & more: https://example.org/?n=7',
      hashtags: ['cityrun'],
      language: 'en',
      followers: 0,
      // Seen at the door only: what is kept is their class.
      authorNames: ['ben', `ben@${snac.host}`],
    });
    expect(Math.abs((post?.authorCreatedMs ?? 0) - postedFromMs)).toBeLessThan(DAY_MS);
  });

  it('gives the newest of more posts than asked for', async () => {
    const texts = (await postsOf(open(), span(), 3)).map(({ text }) => text?.slice(0, 7));

    expect(new Set(texts)).toEqual(new Set(['note 82', 'note 83', 'note 84']));
  });

  it('counts what it reads, and zero where nothing was posted', async () => {
    const fromMs = postedFromMs - 60 * MINUTE_MS;
    const counts = await open().counts({ ...span(), fromMs }, MINUTE_MS);

    expect(counts[0]).toEqual({ startMs: fromMs, posts: 0 });
    expect(counts.reduce((sum, { posts }) => sum + posts, 0)).toBe(NOTES);
  });

  it('leaves out what its page budget does not reach', async () => {
    const counts = await open({ maxPages: 1 }).counts(span(), 1_000);

    expect(counts.reduce((sum, { posts }) => sum + posts, 0)).toBeLessThanOrEqual(40);
    expect(counts.every(({ startMs }) => startMs > postedFromMs)).toBe(true);
  });

  it('tells a new watch of the past, by the posts of the timeline', async () => {
    const { nowMs, hashtag } = span();
    const toMs = postedFromMs + 5 * MINUTE_MS;
    const week = { hashtag, fromMs: toMs - 7 * DAY_MS, toMs, nowMs };
    const past = await open().past?.(week, 5 * MINUTE_MS);

    expect(past?.untilMs).toBe(toMs);
    expect(past?.sampled).toBeUndefined();
    expect(past?.counts).toHaveLength(7 * 288);
    expect(past?.counts.at(-1)).toEqual({ startMs: postedFromMs, posts: NOTES });
  });

  it('knows a hashtag that nobody uses: zero, not a gap', async () => {
    const { nowMs } = span();
    const quiet = { hashtag: 'nobody', fromMs: nowMs - 5 * MINUTE_MS, toMs: nowMs, nowMs };

    expect(await postsOf(open(), quiet, 10)).toEqual([]);
    expect((await open().counts(quiet, MINUTE_MS)).map(({ posts }) => posts)).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it('sees a deleted post, and only that one', async () => {
    const before = await postsOf(open(), span(), 1_000);
    const victim = before.findLast(({ authorId }) => authorId.endsWith('/ada'));
    await snac.remove('ada', password, await addressOf(victim?.id ?? ''));

    const question = span();
    const anonymous = await open().missing(before, 'cityrun', question.nowMs);
    const known = await open({ token }).missing(before, 'cityrun', question.nowMs);

    expect(known).toEqual(new Set([victim?.id]));
    // snac2 shows single posts to users only: there the timeline itself is the witness.
    expect(anonymous).toEqual(new Set([victim?.id]));
    expect(await postsOf(open(), span(), 1_000)).toHaveLength(NOTES - 1);
  });

  it('without a login says nothing of a post that has no older neighbour', async () => {
    snac.note('ada', 'first and last of #lonely');
    const before = await postsOf(open(), span('lonely'), 10);
    await snac.remove('ada', password, await addressOf(before[0]?.id ?? ''));

    expect(before).toHaveLength(1);
    expect(await open().missing(before, 'lonely', span().nowMs)).toEqual(new Set());
    expect(await open({ token }).missing(before, 'lonely', span().nowMs)).toEqual(
      new Set([before[0]?.id]),
    );
  });

  async function addressOf(id: string): Promise<string> {
    const answer = await fetch(`http://${snac.host}/api/v1/statuses/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return ((await answer.json()) as { uri: string }).uri;
  }
});
