import type { Sealer } from '../../ports/sealer.ts';

const POST_URI = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/;
const INNER = /^([^/]+)\/([^/]+)$/;

/** Nearly all DIDs begin so; left out, an id is 72 characters. */
const USUAL = 'did:plc:';

/**
 * The id under which a post is kept. A post's address names its author; sealed it can be asked for
 * again by whoever has the deployment's key, and tells nobody else.
 */
export function sealUri(uri: string, sealer: Sealer): string {
  const [, did = '', key = ''] = POST_URI.exec(uri) ?? [];
  return sealer.seal(`${did.startsWith(USUAL) ? did.slice(USUAL.length) : did}/${key}`);
}

/** The post's address and its author; undefined for an id that this deployment did not seal. */
export function openUri(
  id: string,
  sealer: Sealer,
): { readonly uri: string; readonly did: string } | undefined {
  const [, author, key] = INNER.exec(sealer.open(id) ?? '') ?? [];
  if (author === undefined) return undefined;
  const did = author.startsWith('did:') ? author : `${USUAL}${author}`;
  return { uri: `at://${did}/app.bsky.feed.post/${key}`, did };
}
