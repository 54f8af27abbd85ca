import type { PostView } from './post-view.ts';

/**
 * The time under which search files a post, epoch milliseconds: what the author declares, but never
 * later than when the app view first saw it. So nobody can post from the future.
 */
export function sortTime({ record, indexedAt }: Pick<PostView, 'record' | 'indexedAt'>): number {
  const indexedMs = Date.parse(indexedAt);
  const declaredMs = Date.parse(record.createdAt ?? '');
  return declaredMs < indexedMs ? declaredMs : indexedMs;
}
