import type { FakeX } from './fake-x.ts';
import { FAKE_ACCOUNT_MS } from './fake-x.ts';
import {
  type FakePost,
  hashtagsIn,
  matcherOf,
  onlyKnown,
  Refused,
  spanOf,
  wholeNumber,
} from './fake-x-rules.ts';

const GRAINS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const SPAN = ['start_time', 'end_time', 'query', 'next_token'];

/** Newest page first, buckets oldest first; the first and the last are cut to what was asked. */
export function countsAnswer(url: URL, fake: FakeX): unknown {
  onlyKnown(url, [...SPAN, 'granularity', 'search_count.fields']);
  fake.bill.request();
  const { fromMs, toMs } = spanOf(url, fake.nowMs());
  const grainMs = GRAINS[(url.searchParams.get('granularity') ?? 'hour') as keyof typeof GRAINS];
  const posts = [...fake.posts.values()].filter(matcherOf(url));
  const { naming, bucketsAPage } = fake.options;
  const buckets = [];
  for (let startMs = Math.floor(fromMs / grainMs) * grainMs; startMs < toMs; startMs += grainMs) {
    const start = Math.max(startMs, fromMs);
    const end = Math.min(startMs + grainMs, toMs);
    const count = posts.filter(({ createdMs }) => createdMs >= start && createdMs < end).length;
    const [from, to] = [new Date(start).toISOString(), new Date(end).toISOString()];
    buckets.push({ end: to, start: from, [`${naming}_count`]: count });
  }
  const skipped = Number(url.searchParams.get('next_token') ?? 0);
  const until = buckets.length - skipped;
  const page = buckets.slice(Math.max(0, until - bucketsAPage), until);
  const total = page.reduce((sum, bucket) => sum + Number(bucket[`${naming}_count`]), 0);
  const next = until > bucketsAPage ? { next_token: String(skipped + bucketsAPage) } : {};
  return { data: page, meta: { [`total_${naming}_count`]: total, ...next } };
}

export function searchAnswer(url: URL, fake: FakeX): unknown {
  const { naming } = fake.options;
  const fields = ['expansions', 'user.fields', `${naming}.fields`];
  onlyKnown(url, [...SPAN, 'max_results', 'sort_order', ...fields]);
  const { fromMs, toMs } = spanOf(url, fake.nowMs());
  const most = wholeNumber(url, 'max_results', 10, 100);
  const found = [...fake.posts.values()]
    .filter(matcherOf(url))
    .filter(({ createdMs }) => createdMs >= fromMs && createdMs < toMs)
    .reverse();
  const from = Number(url.searchParams.get('next_token') ?? 0);
  const page = found.slice(from, from + most);
  for (const { id } of page) fake.bill.post(id, fake.nowMs());
  const users = [...new Set(page.map(({ authorId }) => authorId))];
  for (const id of users) fake.bill.account(id, fake.nowMs());
  const isMore = found.length > from + most;
  return {
    ...(page.length > 0 && {
      data: page.map((post) => ({ ...lookedUp(post, naming), ...detailsOf(post) })),
      includes: { users: users.map(userOf) },
    }),
    meta: { result_count: page.length, ...(isMore && { next_token: String(from + most) }) },
  };
}

function lookedUp({ id, text }: FakePost, naming: string) {
  return { [`edit_history_${naming}_ids`]: [id], id, text };
}

function detailsOf({ text, authorId, createdMs }: FakePost) {
  return {
    author_id: authorId,
    created_at: `${new Date(createdMs).toISOString().slice(0, 19)}.000Z`,
    entities: { hashtags: hashtagsIn(text).map((tag) => ({ start: 0, end: 1, tag })) },
    lang: 'und',
  };
}

function userOf(id: string) {
  return {
    id,
    name: 'An account',
    username: `account${id}`,
    created_at: new Date(FAKE_ACCOUNT_MS).toISOString(),
    public_metrics: { followers_count: 7, following_count: 1, listed_count: 0 },
    verified: false,
  };
}

/** What X no longer has, and what it never had, is in `errors`. */
export function lookupAnswer(url: URL, fake: FakeX): unknown {
  onlyKnown(url, ['ids', 'expansions', 'user.fields', `${fake.options.naming}.fields`]);
  const ids = (url.searchParams.get('ids') ?? '').split(',');
  if (ids.length > 100 || !ids.every((id) => /^\d{1,19}$/.test(id)))
    throw new Refused(400, 'Invalid Request', 'The `ids` query parameter value is not valid');
  const posts = ids.map((id) => fake.posts.get(id)).filter((post) => post?.standing === true);
  const standing = posts.filter((post) => post !== undefined);
  for (const { id } of standing) fake.bill.post(id, fake.nowMs());
  const gone = ids.filter((id) => !standing.some((post) => post.id === id));
  return {
    ...(standing.length > 0 && {
      data: standing.map((post) => lookedUp(post, fake.options.naming)),
    }),
    ...(gone.length > 0 && { errors: gone.map(notFound) }),
  };
}

function notFound(id: string) {
  return {
    value: id,
    detail: `Could not find tweet with ids: [${id}].`,
    title: 'Not Found Error',
    resource_type: 'tweet',
    parameter: 'ids',
    resource_id: id,
    type: 'https://api.twitter.com/2/problems/resource-not-found',
  };
}

export function trendsAnswer(url: URL, fake: FakeX): unknown {
  onlyKnown(url, ['max_trends', 'trend.fields']);
  const most = wholeNumber(url, 'max_trends', 1, 50);
  const tags = new Set([...fake.posts.values()].flatMap(({ text }) => hashtagsIn(text)));
  const names = ['A phrase', ...[...tags].map((tag) => `#${tag}`)];
  const lines = fake.options.trends ? names.slice(0, most) : [];
  for (const _ of lines) fake.bill.trend();
  return { data: lines.map((name, place) => ({ trend_name: name, tweet_count: 99 - place })) };
}
