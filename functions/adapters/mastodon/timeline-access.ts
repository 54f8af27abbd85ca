import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import type { ApiClient } from './api-client.ts';

/** Of `/api/v2/instance` since Mastodon 4.5: `public`, `authenticated` or `disabled`. */
const Instance = z.object({
  configuration: z.object({
    timelines_access: z.object({
      hashtag_feeds: z.object({ local: z.string(), remote: z.string() }),
    }),
  }),
});

/**
 * Makes sure, once in the life of the process, that the server lets us read hashtag timelines. Most
 * servers do not say: those are just tried.
 *
 * @returns a check that passes for good once it has passed
 */
export function timelineAccess(api: ApiClient): (nowMs: number) => Promise<void> {
  let passed = false;
  return async (nowMs) => {
    if (passed) return;
    const answer = await api.get('/api/v2/instance', nowMs);
    const feeds = answer.status === 200 ? feedsOf(answer.body) : undefined;
    if (feeds !== undefined) requireOpen(api, Object.values(feeds));
    passed = true;
  };
}

function feedsOf(body: string): { local: string; remote: string } | undefined {
  try {
    return Instance.safeParse(JSON.parse(body)).data?.configuration.timelines_access.hashtag_feeds;
  } catch {
    return undefined;
  }
}

function requireOpen(api: ApiClient, feeds: readonly string[]): void {
  if (feeds.every((access) => access === 'disabled'))
    throw new SourceError(
      `${api.host} has switched hashtag timelines off: watch on another server`,
      { retryable: false },
    );
  const closed = feeds.every((access) => access === 'disabled' || access === 'authenticated');
  if (closed && !api.hasToken)
    throw new SourceError(
      `${api.host} says that hashtag timelines require a login: give a token, or watch on another server`,
      { retryable: false },
    );
}
