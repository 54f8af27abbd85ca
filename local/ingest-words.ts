import { join } from 'node:path';
import type { WatchWish } from '../functions/steps/add-watch.ts';
import { LOCAL_PARTNER } from './ingest-tokens.ts';

/** Where partners hand in, and where the token of this machine lies; nothing where no partner is watched. */
export function ingestWords(
  wanted: readonly Pick<WatchWish, 'source' | 'place'>[],
  address: string,
  root: string,
): string {
  const partners = wanted.filter(({ source }) => source === 'ingest').map(({ place }) => place);
  if (partners.length === 0) return '';
  const file = join(root, 'ingest-token');
  const token = partners.includes(LOCAL_PARTNER)
    ? `; the token of ${LOCAL_PARTNER}, unless INGEST_TOKENS says otherwise, is in ${file}`
    : '';
  return `Partners hand in posts at ${address}/v1/ingest${token}.\n`;
}
