import { SourceError } from '../../model/errors.ts';
import type { ApiClient } from './api-client.ts';
import { lookTogether, MOST_TOGETHER } from './look-together.ts';
import { asksForLogin } from './refusal.ts';

/** Looking for deletions stops while counting can still go on for a while. */
const LEFT_FOR_COUNTING = 60;

export type Confirmation = {
  readonly gone: ReadonlySet<string>;
  /** The server lets nobody read single posts: nothing could be confirmed. */
  readonly closed: boolean;
};

/** More are asked for together. */
const FEW = 10;

/** Servers that were found to tell of posts together as they do alone, or not to. */
const together = new WeakMap<ApiClient, boolean>();

/** How many posts may be looked for in `requests` requests. */
export function lookUpsIn(requests: number, absent: number, api: ApiClient): number {
  if (absent <= FEW || together.get(api) === false) return requests;
  return Math.ceil(requests / 2) * MOST_TOGETHER;
}

/**
 * Asks for posts by id, many of them together where the server can. What is said together is believed
 * once one of them was gone alone too. Stops where the rate limit runs low or the server fails.
 */
export async function confirmGone(
  ids: readonly string[],
  mostAlone: number,
  api: ApiClient,
  nowMs: number,
): Promise<Confirmation> {
  if (ids.length <= FEW) return confirmAlone(ids, api, nowMs);
  const gone = await confirmTogether(ids, api, nowMs);
  if (together.get(api) !== false || gone.size > 0) return { gone, closed: false };
  return confirmAlone(ids.slice(0, mostAlone), api, nowMs);
}

async function confirmTogether(
  ids: readonly string[],
  api: ApiClient,
  nowMs: number,
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (let from = 0; from < ids.length; from += MOST_TOGETHER) {
    if ((await api.remaining(nowMs)) <= LEFT_FOR_COUNTING) break;
    const part = ids.slice(from, from + MOST_TOGETHER);
    const absent = await believedAbsent(part, api, nowMs).catch(unanswered);
    if (absent === 'unanswered') break;
    for (const id of absent) gone.add(id);
    if (together.get(api) === false) break;
  }
  return gone;
}

async function believedAbsent(ids: readonly string[], api: ApiClient, nowMs: number) {
  if (together.get(api) === false) return [];
  const absent = await lookTogether(ids, api, nowMs);
  if (absent !== undefined && (await isBelieved(absent, api, nowMs))) return absent;
  together.set(api, false);
  return [];
}

async function isBelieved([first]: readonly string[], api: ApiClient, nowMs: number) {
  if (first === undefined || together.get(api) === true) return true;
  const isGone = (await confirmAlone([first], api, nowMs)).gone.has(first);
  together.set(api, isGone);
  return isGone;
}

/**
 * Asks for each post by id: 404 or 410 is gone. Stops where the rate limit runs low or the server
 * fails: what was not confirmed by then is not gone yet.
 */
async function confirmAlone(
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
    return unanswered(error);
  }
}

function unanswered(error: unknown): 'unanswered' {
  if (error instanceof SourceError && error.retryable) return 'unanswered';
  throw error;
}
