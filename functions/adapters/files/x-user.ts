import * as z from 'zod';
import type { SourcePost } from '../../model/post.ts';
import { AccountDate, Followers, Id, Name } from './record-parts.ts';

export const XUser = z.object(
  {
    id: Id,
    created_at: AccountDate,
    name: Name,
    username: Name,
    location: Name,
    public_metrics: z.object({ followers_count: Followers }).nullish(),
  },
  { error: 'a user' },
);
export type XUser = z.infer<typeof XUser>;

type Author = Pick<SourcePost, 'authorCreatedMs' | 'followers' | 'authorNames' | 'authorPlace'>;

/** @param placesTold whether any user of the page says a place, so that silence is an answer */
export function xAuthor(user: XUser | undefined, placesTold: boolean): Author {
  if (user === undefined) return { authorCreatedMs: null, followers: null };
  const names = [user.name, user.username].filter((name) => typeof name === 'string');
  return {
    authorCreatedMs: user.created_at,
    followers: user.public_metrics?.followers_count ?? null,
    ...(names.length > 0 ? { authorNames: names } : {}),
    ...(placesTold ? { authorPlace: user.location || null } : {}),
  };
}
