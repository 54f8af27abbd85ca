import { normaliseHashtag } from '../../model/hashtag.ts';
import type { SourcePost } from '../../model/post.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { sealUri } from './post-ids.ts';
import type { PostView } from './post-view.ts';
import { sortTime } from './sort-time.ts';

/**
 * A post that search found, by the author's DID; when the account was made is asked elsewhere.
 *
 * @param hashtag for which it was found: search may fold spellings that the tags of the post keep apart
 */
export function sourcePost(view: PostView, hashtag: string, sealer: Sealer): SourcePost {
  const { uri, author, record } = view;
  return {
    id: sealUri(uri, sealer),
    authorId: author.did,
    createdMs: sortTime(view),
    authorCreatedMs: null,
    repost: false,
    text: record.text,
    hashtags: [...new Set([hashtag, ...namedIn(record)])],
    language: record.langs?.[0] || null,
    followers: null,
    ...namesOf(author),
  };
}

function namesOf({ displayName, handle }: PostView['author']) {
  if (!displayName && !handle) return {};
  return { authorNames: [displayName ?? '', handle ?? ''] };
}

/** Hashtags in the text and beside it. */
function namedIn({ facets, tags }: PostView['record']): readonly string[] {
  const marked = (facets ?? []).flatMap(({ features }) => features).map(({ tag }) => tag);
  return [...marked, ...(tags ?? [])]
    .filter((tag) => typeof tag === 'string')
    .map(normaliseHashtag)
    .filter((tag) => tag !== '');
}
