import { describe, expect, it } from 'vitest';
import type { KeptPosts } from '../../functions/model/kept-posts.ts';
import { POLLING } from '../../functions/settings/polling.ts';
import { readNewPosts } from '../../functions/steps/read-new-posts.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const at = (minutes: number) => NOON + minutes * MINUTE_MS;
const settings = { ...POLLING, postsPerPoll: 3, overlapMs: 0 };

/** Posts at these minutes past noon. */
const made = (...minutes: number[]) =>
  minutes.map((minute) => aSourcePost(Math.round(minute * 10), { createdMs: at(minute) }));

const from: KeptPosts = {
  keptFromMs: NOON,
  postsUntilMs: NOON,
  lookedMs: NOON,
  unread: [],
};

function open(...minutes: number[]) {
  const { source, script } = scriptedSource();
  script.posts = made(...minutes);
  const read = (kept: KeptPosts, toMinutes: number, price = 0) => {
    const capability = {
      ...source.capability,
      priceUsd: { countRequest: 0, post: price, author: 0 },
    };
    const moment = { hashtag: 'harbour', toMs: at(toMinutes), atMs: at(toMinutes) };
    return readNewPosts(kept, { ...source, capability }, moment, settings);
  };
  return { script, read };
}

const ids = (posts: readonly { readonly id: string }[]) => posts.map(({ id }) => id);

describe('more posts than may be read in a poll', () => {
  const MANY = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];

  it('leave a gap before those that were read', async () => {
    const { read } = open(...MANY);
    const { posts, unread } = await read(from, 1);
    expect(ids(posts)).toEqual(ids(made(0.5, 0.6, 0.7)));
    expect(unread).toEqual([{ fromMs: NOON, toMs: at(0.5) + 1 }]);
  });

  it('leave late posts of the overlap to the gap too', async () => {
    const { source, script } = scriptedSource();
    script.posts = made(0.5, 1.1, 1.2, 1.3, 1.4);
    const kept = { ...from, postsUntilMs: at(1) };
    const moment = { hashtag: 'harbour', toMs: at(2), atMs: at(2) };
    const free = { ...settings, overlapMs: 2 * MINUTE_MS };

    const { unread } = await readNewPosts(kept, source, moment, free);

    expect(unread).toEqual([{ fromMs: NOON, toMs: at(1.2) + 1 }]);
  });

  it('are made up by later polls, from the newest back, until nothing is left', async () => {
    const { read } = open(...MANY, 1.5);
    let kept = from;
    const seen = new Set<string>();
    for (let minute = 1; minute <= 4; minute += 1) {
      const { posts, unread } = await read(kept, minute);
      for (const id of ids(posts)) seen.add(id);
      kept = { ...kept, postsUntilMs: at(minute), unread };
    }
    expect([...seen].sort()).toEqual(ids(made(...MANY, 1.5)).sort());
    expect(kept.unread).toEqual([]);
  });

  it('stay unread where each is paid for, and where it was too long ago', async () => {
    const gap = { fromMs: NOON, toMs: at(1) };
    const paid = open(...MANY, 1.5);
    const kept = { ...from, postsUntilMs: at(1), unread: [gap] };
    expect((await paid.read(kept, 2, 0.005)).unread).toEqual([gap]);
    expect((await paid.read(kept, 32)).unread).toEqual([gap]);
    expect((await paid.read(kept, 30)).unread).not.toEqual([gap]);
  });

  it('stay unread where the source fails at them; what is new is read', async () => {
    const { script, read } = open(...MANY, 1.5);
    const gap = { fromMs: NOON, toMs: at(1) };
    script.failsBefore = at(1) + 1;
    const kept = { ...from, keptFromMs: at(1), postsUntilMs: at(1), unread: [gap] };
    const { posts, unread } = await read(kept, 2);
    expect(ids(posts)).toEqual(ids(made(1.5)));
    expect(unread).toEqual([gap]);
  });

  it('are a few large gaps rather than very many', async () => {
    const { script, read } = open();
    let kept = from;
    for (let minute = 1; minute <= 20; minute += 1) {
      script.posts.push(...made(...[0.1, 0.2, 0.3, 0.4, 0.5].map((part) => minute - 1 + part)));
      const { unread } = await read(kept, minute, 0.005);
      kept = { ...kept, postsUntilMs: at(minute), unread };
    }
    expect(kept.unread.length).toBeLessThanOrEqual(8);
    expect(kept.unread[0]?.fromMs).toBe(NOON);
    expect(kept.unread.at(-1)?.toMs).toBe(at(19.3) + 1);
  });
});
