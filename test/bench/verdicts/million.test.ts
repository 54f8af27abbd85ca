import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hotHashtag } from '../../../bench/verdicts/hot-hashtag.ts';
import { millionPosts } from '../../../bench/verdicts/million-posts.ts';
import { writeMillion } from '../../../bench/verdicts/write-million.ts';
import { readPosts } from '../../../functions/adapters/replay/read-posts.ts';
import type { SourcePost } from '../../../functions/model/post.ts';
import { aFolder } from '../../support/a-folder.ts';

describe('millionPosts', () => {
  it('makes as many as asked, in order of time, a fifth of them by campaigns', () => {
    const posts = millionPosts({ posts: 4000, oneHashtag: false });
    const times = posts.map(({ createdMs }) => createdMs);
    const coordinated = posts.filter(({ authorId }) => authorId.startsWith('c'));

    expect(posts).toHaveLength(4000);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(coordinated).toHaveLength(800);
    expect(new Set(coordinated.map(({ authorId }) => authorId)).size).toBe(200);
    expect(millionPosts({ posts: 4000, oneHashtag: false })).toEqual(posts);
  });
});

describe('writeMillion', () => {
  it.each(['posts.jsonl', 'posts.jsonl.gz'])('writes %s as check reads it', async (name) => {
    const posts = millionPosts({ posts: 500, oneHashtag: true });
    const file = join(await aFolder(), name);

    await writeMillion(file, posts);

    const read: SourcePost[] = [];
    for await (const { post } of readPosts([file])) read.push(post);
    expect(read).toEqual(posts);
  });
});

describe('hotHashtag', () => {
  it('names the accounts of campaigns hidden in a hot hashtag, and hardly anybody else', () => {
    const hot = hotHashtag(20_000, 'test');

    expect(hot).toMatchObject({ posts: 20_000, coordinated: 1000 });
    expect(hot.coordinatedNamed / hot.coordinated).toBeGreaterThanOrEqual(0.99);
    expect(hot.organicNamed / hot.organic).toBeLessThanOrEqual(0.001);
  });
});
