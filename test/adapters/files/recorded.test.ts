import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { openPostFiles } from '../../../functions/adapters/files/open-post-files.ts';
import type { ReadPost } from '../../../functions/adapters/replay/read-posts.ts';

const FOLDER = resolve(
  import.meta.dirname,
  '../../..',
  process.env.TURFWATCH_FIXTURES ?? '../shared/fixtures',
);

const Cassette = z.object({
  interactions: z.array(
    z.object({ response: z.object({ body: z.object({ string: z.unknown() }) }) }),
  ),
});

function areHere(): boolean {
  if (existsSync(FOLDER)) return true;
  console.warn('recorded answers are not here, their tests are skipped');
  return false;
}

/** The bodies of a recording, some of which were kept packed. */
function bodiesOf(name: string): readonly Buffer[] {
  const { interactions } = Cassette.parse(parse(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8')));
  return interactions.map(({ response }) => {
    const { string } = response.body;
    return string instanceof Uint8Array ? gunzipSync(string) : Buffer.from(String(string));
  });
}

async function read(body: Buffer): Promise<readonly ReadPost[]> {
  const posts: ReadPost[] = [];
  const standardInput = (async function* () {
    yield body;
  })();
  for await (const post of await openPostFiles(['-'], { standardInput })) posts.push(post);
  return posts;
}

describe.skipIf(!areHere())('recorded answers', () => {
  it('of Mastodon 4.6 are read: a timeline, and a status by itself', async () => {
    const [status, ...others] = bodiesOf('mastodon-py-cassettes/test_hashtag_tl');
    const timeline = others.find((body) => body.toString().startsWith('['));
    const [alone] = await read(status ?? Buffer.alloc(0));
    const [listed] = await read(timeline ?? Buffer.alloc(0));

    expect(alone).toMatchObject({
      source: 'mastodon',
      post: {
        authorId: 'http://localhost:3000/ap/users/117020566092212359',
        createdMs: Date.parse('2026-08-01T13:55:55.867Z'),
        authorCreatedMs: Date.parse('2026-08-01T00:00:00Z'),
        text: '#hoot (hashtag toot)',
        hashtags: ['hoot'],
        language: 'ja',
        followers: 0,
      },
    });
    expect(listed?.post).toEqual(alone?.post);
  });

  it.each([
    'test_asyncclient_search_recent_tweets',
    'test_client_search_recent_tweets',
    'test_client_search_all_tweets',
  ])('of X that lack the author are told as such: %s', async (name) => {
    // These searches asked for no fields: what they hold is an id and a text.
    const [body = Buffer.alloc(0)] = bodiesOf(`x-tweepy-cassettes/${name}`);

    await expect(read(body)).rejects.toThrow(
      '-:1: data[0].author_id: expected an id that is not empty, found nothing',
    );
  });

  it('of X are read where their authors stand beside them', async () => {
    const [body = Buffer.alloc(0)] = bodiesOf('x-tweepy-cassettes/test_client_search_all_tweets');
    const page = JSON.parse(body.toString());
    const data = page.data.map((post: object) => ({ ...post, author_id: '7' }));

    const posts = await read(Buffer.from(JSON.stringify({ ...page, data })));

    expect(posts).toHaveLength(page.data.length);
    // Without created_at, the id tells when: these searches were asked on 7 October 2022.
    for (const { post } of posts) {
      expect(post.createdMs).toBeGreaterThan(Date.parse('2022-01-01'));
      expect(post.createdMs).toBeLessThan(Date.parse('2022-10-08'));
    }
  });
});
