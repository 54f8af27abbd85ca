import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { requireShape } from '../net/require-shape.ts';

const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const Number_ = z.int().nonnegative();

/** In mid-2026 `tweet_count` became `post_count`. */
const Bucket = z.object({
  start: Moment,
  end: Moment,
  post_count: Number_.optional(),
  tweet_count: Number_.optional(),
});

const Page = z.object({
  data: z.array(Bucket).optional(),
  meta: z
    .object({
      next_token: z.string().min(1).optional(),
      total_post_count: Number_.optional(),
      total_tweet_count: Number_.optional(),
    })
    .optional(),
});

export type CountsPage = {
  readonly buckets: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly posts: number;
  }[];
  /** Of all the time that was asked for, where X says so. */
  readonly total: number | undefined;
  readonly nextToken: string | undefined;
};

/** @throws {SourceError} not retryable, naming the field that is missing or wrong */
export function readCountsPage(body: unknown): CountsPage {
  const { data = [], meta } = requireShape(
    Page,
    body,
    'x answered with counts that cannot be read',
  );
  const total = meta?.total_post_count ?? meta?.total_tweet_count;
  if (data.length === 0 && total === undefined)
    throw unread('data, and neither meta.total_post_count nor meta.total_tweet_count');
  const buckets = data.map(({ start, end, post_count, tweet_count }, index) => {
    const posts = post_count ?? tweet_count;
    if (posts === undefined) throw unread(`post_count or tweet_count in data[${index}]`);
    return { startMs: start, endMs: end, posts };
  });
  return { buckets, total, nextToken: meta?.next_token };
}

function unread(missing: string): SourceError {
  return new SourceError(`x answered with counts that cannot be read: it gave no ${missing}`, {
    retryable: false,
  });
}
