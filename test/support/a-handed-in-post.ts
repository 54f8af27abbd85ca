import type { SealedPost } from '../../functions/model/post.ts';
import { aPost } from './a-post.ts';

/** `number` tells posts and accounts apart. */
export function aHandedInPost(
  number = 1,
  overrides: { readonly deletedMs?: number; readonly createdMs?: number } = {},
): SealedPost {
  const sealed = { ...aPost(number), ...overrides };
  return { id: sealed.id, createdMs: sealed.createdMs, sealed, hashtags: ['harbour', 'boats'] };
}
