import { parquetWriteBuffer } from 'hyparquet-writer';
import type { SourcePost } from '../../functions/model/post.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

/** The same posts as a file of every form that people have; texts must not be null. */
export const WRITERS: Readonly<Record<string, (posts: readonly SourcePost[]) => Uint8Array>> = {
  'x, pages in a list': (posts) => bytesOf(JSON.stringify(pagesOf(posts), null, 2)),
  'x, a page a line': (posts) => lines(pagesOf(posts)),
  'x, one page': (posts) => bytesOf(JSON.stringify(xPage(posts))),
  'x, a post a line with includes': (posts) =>
    lines(posts.map((post) => ({ data: tweet(post), includes: { users: [user(post)] } }))),
  'x v1.1, a status a line': (posts) => lines(posts.map(oldStatus)),
  'mastodon, a list': (posts) => bytesOf(JSON.stringify(posts.map(status))),
  'mastodon, a status a line': (posts) => lines(posts.map(status)),
  'bluesky, pages': (posts) =>
    bytesOf(pagesOf(posts).length === 0 ? '' : JSON.stringify({ posts: posts.map(view) })),
  csv: (posts) => bytesOf(table(posts, ',')),
  tsv: (posts) => bytesOf(table(posts, '\t')),
  parquet: (posts) => new Uint8Array(parquetOf(posts)),
};

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text);
}

function lines(records: readonly unknown[]): Uint8Array {
  return bytesOf(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

function pagesOf(posts: readonly SourcePost[]): readonly unknown[] {
  const pages: unknown[] = [];
  for (let from = 0; from < posts.length; from += 3) pages.push(xPage(posts.slice(from, from + 3)));
  return pages;
}

function xPage(posts: readonly SourcePost[]) {
  const users = new Map(posts.map((post) => [post.authorId, user(post)]));
  const meta = { result_count: posts.length };
  return { data: posts.map(tweet), includes: { users: [...users.values()] }, meta };
}

function tweet(post: SourcePost) {
  return {
    id: post.id,
    text: post.text,
    author_id: post.authorId,
    created_at: iso(post.createdMs),
    lang: post.language ?? 'und',
    entities: { hashtags: post.hashtags.map((tag) => ({ tag, start: 0, end: 1 })) },
    ...(post.repost ? { referenced_tweets: [{ type: 'retweeted', id: '1' }] } : {}),
  };
}

function user(post: SourcePost) {
  return {
    id: post.authorId,
    created_at: isoOrNull(post.authorCreatedMs),
    public_metrics: { followers_count: post.followers },
  };
}

function oldDate(ms: number): string {
  const [day, date, month, year, clock] = new Date(ms).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${clock} +0000 ${year}`;
}

function oldStatus(post: SourcePost) {
  return {
    id_str: post.id,
    // As a number it has lost its last digits already, like in any dump.
    id: Number(post.id),
    // Cut to the second, as the interface did.
    created_at: oldDate(post.createdMs),
    full_text: post.text,
    lang: post.language ?? 'und',
    entities: { hashtags: post.hashtags.map((text) => ({ text })) },
    user: {
      id_str: post.authorId,
      created_at: post.authorCreatedMs === null ? null : iso(post.authorCreatedMs),
      followers_count: post.followers,
    },
    ...(post.repost ? { retweeted_status: { full_text: post.text } } : {}),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function status(post: SourcePost) {
  const content = `<p>${escaped(post.text ?? '')}</p>`;
  const tags = post.hashtags.map((name) => ({ name, url: `https://m.example/tags/${name}` }));
  return {
    id: post.id,
    uri: post.id,
    created_at: iso(post.createdMs),
    content: post.repost ? '' : content,
    tags: post.repost ? [] : tags,
    reblog: post.repost ? { content, tags } : null,
    language: post.language,
    account: {
      uri: post.authorId,
      created_at: isoOrNull(post.authorCreatedMs),
      followers_count: post.followers,
    },
  };
}

function view(post: SourcePost) {
  return {
    uri: post.id,
    author: {
      did: post.authorId,
      createdAt: isoOrNull(post.authorCreatedMs),
      followersCount: post.followers,
    },
    record: {
      text: post.text,
      createdAt: iso(post.createdMs),
      langs: post.language === null ? [] : [post.language],
      tags: post.hashtags,
    },
  };
}

const HEADER =
  'id,author,created_at,account_created_at,is_retweet,text,hashtags,lang,followers_count';

function table(posts: readonly SourcePost[], delimiter: string): string {
  const rows = posts.map((post) =>
    [
      post.id,
      post.authorId,
      iso(post.createdMs),
      isoOrNull(post.authorCreatedMs),
      post.repost,
      post.text,
      JSON.stringify(post.hashtags),
      post.language,
      post.followers,
    ]
      .map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`)
      .join(delimiter),
  );
  return `${[HEADER.replaceAll(',', delimiter), ...rows].join('\r\n')}\r\n`;
}

function parquetOf(posts: readonly SourcePost[]): ArrayBuffer {
  const dates = posts.map(({ authorCreatedMs }) =>
    authorCreatedMs === null ? null : new Date(authorCreatedMs),
  );
  return parquetWriteBuffer({
    columnData: [
      { name: 'id', data: posts.map(({ id }) => id), type: 'STRING' },
      { name: 'author', data: posts.map(({ authorId }) => authorId), type: 'STRING' },
      {
        name: 'created_at',
        data: posts.map(({ createdMs }) => new Date(createdMs)),
        type: 'TIMESTAMP',
      },
      { name: 'account_created_at', data: dates, type: 'TIMESTAMP', nullable: true },
      { name: 'is_retweet', data: posts.map(({ repost }) => repost), type: 'BOOLEAN' },
      { name: 'text', data: posts.map(({ text }) => text), type: 'STRING', nullable: true },
      {
        name: 'hashtags',
        data: posts.map(({ hashtags }) => JSON.stringify(hashtags)),
        type: 'STRING',
      },
      { name: 'lang', data: posts.map(({ language }) => language), type: 'STRING', nullable: true },
      {
        name: 'followers_count',
        data: posts.map(({ followers }) => followers),
        type: 'INT32',
        nullable: true,
      },
    ],
  });
}
