import { SourceError } from '../../model/errors.ts';

const MOST_REDIRECTS = 3;

/**
 * Fetches, following redirects only within the origin that was asked: elsewhere the token must not
 * go, and what another server says would pass for this one's word.
 *
 * @throws {SourceError} if the server sends us elsewhere
 */
export async function fetchAtOrigin(
  fetcher: typeof fetch,
  url: URL,
  init: RequestInit,
): Promise<Response> {
  let here = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await fetcher(here, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.parse(location, here);
    if (next?.origin !== url.origin) throw sentElsewhere(url, next);
    if (init.method === 'POST') throw notSentOn(url);
    here = next;
  }
  throw new SourceError(`${url.host} redirects in a circle`, { retryable: false });
}

function sentElsewhere(url: URL, next: URL | null): SourceError {
  const where = next?.origin ?? 'nowhere';
  return new SourceError(
    `${url.host} redirects to ${where}: redirects to another host are refused; watch that server itself if it is the right one`,
    { retryable: false },
  );
}

/** What was sent may hold a password, and browsers themselves do not agree whether to send it again. */
function notSentOn(url: URL): SourceError {
  return new SourceError(`${url.host} redirects what was sent to it: that is refused`, {
    retryable: false,
  });
}
