import * as z from 'zod';
import { parseJson } from '../net/parse-json.ts';
import type { ApiClient } from './api-client.ts';

/** The most that a server gives at once. @source Mastodon, Api::BaseController, DEFAULT_STATUSES_LIMIT */
export const MOST_TOGETHER = 20;

const Statuses = z.array(z.object({ id: z.string() }));

/**
 * Asks for several posts in one request, as Mastodon can since 4.3: those that are not in the answer
 * are gone, just as they would be alone.
 *
 * @returns the ids that are gone; undefined where the server cannot tell so
 * @throws {SourceError} retryable, if there is no answer now
 */
export async function lookTogether(
  ids: readonly string[],
  api: ApiClient,
  nowMs: number,
): Promise<readonly string[] | undefined> {
  const query = new URLSearchParams(ids.map((id) => ['id[]', id]));
  const answer = await api.get(`/api/v1/statuses?${query}`, nowMs);
  if (answer.status !== 200) return undefined;
  const found = Statuses.safeParse(parseJson(api, answer)).data;
  const standing = new Set(found?.map(({ id }) => id));
  // What gives others than were asked for did not understand the question.
  if (found === undefined || [...standing].some((id) => !ids.includes(id))) return undefined;
  return ids.filter((id) => !standing.has(id));
}
