import { normaliseHashtag } from '../../model/hashtag.ts';
import type { SourcePost } from '../../model/post.ts';
import { htmlText } from './html-text.ts';
import type { Status } from './status-page.ts';

/**
 * A post of a hashtag's timeline. The account is known by its address in the federation, so that it
 * is the same account on whichever server we read; the post by its id on this server, by which
 * alone it can be looked for again.
 *
 * @param hashtag whose timeline gave it: servers fold spellings ("élan", "elan") that the tags of
 *   the post keep apart
 */
export function sourcePost(status: Status, hashtag: string): SourcePost {
  const { account, reblog } = status;
  const named = status.tags.map(({ name }) => normaliseHashtag(name)).filter((tag) => tag !== '');
  return {
    id: status.id,
    authorId: account.uri || account.url,
    createdMs: Date.parse(status.created_at),
    authorCreatedMs: accountDate(account.created_at),
    // snac2 shows a post that was boosted as a boost of itself.
    repost: reblog != null && reblog.id !== status.id,
    text: htmlText(reblog?.content ?? status.content),
    hashtags: [...new Set([hashtag, ...named])],
    language: status.language || null,
    followers:
      account.followers_count != null && account.followers_count >= 0
        ? account.followers_count
        : null,
    ...namesOf(account),
  };
}

/** With the server's name, for anybody can take a newsroom's handle on a server of their own. */
function namesOf({ display_name, username, url }: Status['account']) {
  if (!display_name && !username) return {};
  const server = URL.parse(url)?.host ?? '';
  return { authorNames: [display_name ?? '', username ? `${username}@${server}` : ''] };
}

/** Servers that must give a date and know none give the epoch. */
function accountDate(createdAt: string | null | undefined): number | null {
  const createdMs = Date.parse(createdAt ?? '');
  return createdMs > 0 ? createdMs : null;
}
