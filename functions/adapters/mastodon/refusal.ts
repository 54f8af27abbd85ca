import { SourceError } from '../../model/errors.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';

/** Statuses with which servers say "requires authentication": Mastodon 401 and 422, others 403. */
const LOGIN_REQUIRED = new Set([401, 403, 422]);

export function asksForLogin(answer: ApiAnswer): boolean {
  return LOGIN_REQUIRED.has(answer.status);
}

/** Why a server that answered will not give hashtag timelines, and what to do about it. Asking again changes nothing. */
export function refusal(api: ApiClient, answer: ApiAnswer): SourceError {
  return new SourceError(`${api.host} ${reasonOf(api, answer)}`, { retryable: false });
}

function reasonOf(api: ApiClient, answer: ApiAnswer): string {
  if (asksForLogin(answer))
    return api.hasToken
      ? `does not accept the token (status ${answer.status}): give a valid token with the scope read:statuses`
      : `gives hashtag timelines only after a login (status ${answer.status}): give a token, or watch on another server`;
  if (answer.status === 404 || answer.status === 410)
    return `has no hashtag timelines (status ${answer.status}): a server with the Mastodon API is required`;
  return `answered with the unexpected status ${answer.status}`;
}
