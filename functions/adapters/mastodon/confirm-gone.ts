import { SourceError } from '../../model/errors.ts';
import type { ApiClient } from './api-client.ts';
import { asksForLogin } from './refusal.ts';

/** Looking for deletions stops while counting can still go on for a while. */
const LEFT_FOR_COUNTING = 60;

export type Confirmation = {
  readonly gone: ReadonlySet<string>;
  /** The server lets nobody read single posts: nothing could be confirmed. */
  readonly closed: boolean;
};

/**
 * Asks for each post by id: 404 or 410 is gone. Stops where the rate limit runs low or the server
 * fails: what was not confirmed by then is not gone yet.
 */
export async function confirmGone(
  ids: readonly string[],
  api: ApiClient,
  nowMs: number,
): Promise<Confirmation> {
  const gone = new Set<string>();
  for (const id of ids) {
    if ((await api.remaining(nowMs)) <= LEFT_FOR_COUNTING) break;
    const status = await statusOf(id, api, nowMs);
    if (status === 'closed') return { gone, closed: true };
    if (status === 'unanswered') break;
    if (status === 'gone') gone.add(id);
  }
  return { gone, closed: false };
}

async function statusOf(
  id: string,
  api: ApiClient,
  nowMs: number,
): Promise<'gone' | 'stands' | 'closed' | 'unanswered'> {
  try {
    const answer = await api.get(`/api/v1/statuses/${encodeURIComponent(id)}`, nowMs);
    if (answer.status === 404 || answer.status === 410) return 'gone';
    return asksForLogin(answer) ? 'closed' : 'stands';
  } catch (error) {
    if (error instanceof SourceError && error.retryable) return 'unanswered';
    throw error;
  }
}
