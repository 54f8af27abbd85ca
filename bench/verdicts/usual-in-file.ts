import type { UsualAuthors } from '../../functions/model/usual-authors.ts';
import { type OtherAuthors, otherAuthors } from '../../functions/signals/other-authors.ts';
import { tabulate } from '../../functions/signals/post-table.ts';
import type { TaggedPost } from './read-corpus.ts';

/** As `turfwatch check` asks: with fewer others nothing is called usual. */
const MIN_OTHERS = 100;
const MIN_POSTS = 50;

type Hashtag = { readonly source: string; readonly hashtag: string };

/** Who else posts on the source of a hashtag, in the same input; undefined where too few do. */
export function usualInFile(
  tagged: readonly TaggedPost[],
): (hashtag: Hashtag) => UsualAuthors | undefined {
  const bySource = Map.groupBy(tagged, ({ source }) => source);
  const others = new Map<string, OtherAuthors>();
  const known = new Map<string, UsualAuthors | undefined>();

  function othersOf(source: string, posts: readonly TaggedPost[]): OtherAuthors {
    const made = others.get(source) ?? otherAuthors(tabulate(posts.map(({ post }) => post)));
    others.set(source, made);
    return made;
  }

  function find({ source, hashtag }: Hashtag): UsualAuthors | undefined {
    const posts = bySource.get(source) ?? [];
    const own = posts.filter(({ hashtags }) => hashtags.includes(hashtag));
    const alone = posts.every(({ hashtags }) => hashtags.every((one) => one === hashtag));
    if (alone || own.length < MIN_POSTS) return undefined;
    const usual = othersOf(source, posts)(own.map(({ post }) => post.account));
    return usual.accounts >= MIN_OTHERS ? usual : undefined;
  }

  return (hashtag) => {
    const key = `${hashtag.source}#${hashtag.hashtag}`;
    if (!known.has(key)) known.set(key, find(hashtag));
    return known.get(key);
  };
}
