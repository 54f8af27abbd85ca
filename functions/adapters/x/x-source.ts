import { SettingsError } from '../../model/errors.ts';
import type { Source, Span } from '../../ports/source.ts';
import { turned } from '../posts/turned.ts';
import { billedToday } from './billed-today.ts';
import { X_CAPABILITY } from './capability.ts';
import { countBuckets } from './count-buckets.ts';
import { keptAnswers } from './kept-answers.ts';
import { lookUp } from './look-up.ts';
import { NOT_ATTESTED } from './require-attested.ts';
import { searchPosts } from './search-posts.ts';
import { spellings } from './spellings.ts';
import { tagQuery } from './tag-query.ts';
import { trendList } from './trend-list.ts';
import { xClient } from './x-client.ts';
import { MOST_POSTS, MOST_TRENDS, TRENDS_EVERY_MS, type XOptions } from './x-options.ts';

export type { XOptions } from './x-options.ts';

/**
 * X by its API v2, with the token of an app that pays by use, within a monthly budget.
 *
 * @throws {SettingsError} without the operator's word that X's permission covers the use, without a
 *   token, or without a budget
 */
export function xSource(options: XOptions): Source {
  const { mostPosts = MOST_POSTS, mostLookups = 500 } = options;
  if (!options.permissionAttested) throw new SettingsError(NOT_ATTESTED);
  if (!/^[\x21-\x7e]+$/.test(options.bearerToken))
    throw new SettingsError('X_BEARER_TOKEN requires printable characters without spaces');
  const ports = { client: xClient(options), billed: billedToday() };

  return {
    capability: X_CAPABILITY,

    async counts(span, bucketMs) {
      return (await countBuckets(span, bucketMs, queryOf(span), ports.client)).counts;
    },

    async past(span, bucketMs) {
      const { counts, untilMs } = await countBuckets(span, bucketMs, queryOf(span), ports.client);
      return { counts, untilMs: Math.max(untilMs, span.fromMs + bucketMs) };
    },

    async posts(span, limit) {
      if (limit <= 0) return { posts: [], fromMs: span.toMs };
      return searchPosts(span, Math.min(limit, mostPosts), queryOf(span), ports);
    },

    async missing(posts, _hashtag, nowMs) {
      const ids = posts.map(({ id }) => id).filter((id) => /^\d{1,19}$/.test(id));
      return lookUp(turned(ids, nowMs, mostLookups), nowMs, ports);
    },

    trending: keptAnswers(TRENDS_EVERY_MS, (place, nowMs) =>
      trendList(place, MOST_TRENDS, nowMs, ports.client),
    ),
  };
}

function queryOf({ hashtag, display }: Span): string {
  return tagQuery(spellings(hashtag, display));
}
