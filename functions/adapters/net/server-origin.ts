import { InputError } from '../../model/errors.ts';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const NOT_OF_A_HOST = /[\s/\\?#@]/;

/**
 * The origin of a server that was named by host or host:port. Plain http is for loopback hosts
 * only: elsewhere anybody on the way could read the token and change the posts.
 *
 * @example serverOrigin('mastodon.social', 'https') // 'https://mastodon.social'
 * @throws {InputError}
 */
export function serverOrigin(server: string, scheme: 'https' | 'http'): string {
  const url = NOT_OF_A_HOST.test(server) ? null : URL.parse(`${scheme}://${server}`);
  if (url === null || url.hostname === '')
    throw new InputError(
      `server requires a host or host:port such as one.example, not ${JSON.stringify(server)}`,
    );
  if (scheme === 'http' && !LOOPBACK.test(url.hostname))
    throw new InputError(`server requires https unless it is on loopback: ${server}`);
  return url.origin;
}
