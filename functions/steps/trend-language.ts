import { askedHashtag } from '../model/asked-hashtag.ts';
import { SourceError } from '../model/errors.ts';
import type { IncomingPost } from '../model/post.ts';
import { mayBeIn, primaryLanguage } from '../model/script-languages.ts';
import type { Source } from '../ports/source.ts';

/** `unknown`: too few of its posts say their language. `unread`: the source could not be asked. */
export type TrendLanguage = 'wanted' | 'other' | 'unknown' | 'unread';

const HOUR_MS = 3_600_000;
const SAMPLE = { spanMs: 6 * HOUR_MS, posts: 40, least: 5, share: 0.2 };

/**
 * Whether a hashtag is in one of the languages wanted: its script may rule all of them out; else
 * its newest posts say, where reading them costs nothing.
 *
 * @param languages BCP 47; none: any is wanted
 */
export async function trendLanguage(
  { hashtag, display }: { readonly hashtag: string; readonly display: string },
  languages: readonly string[],
  source: Source,
  atMs: number,
): Promise<TrendLanguage> {
  if (languages.length === 0) return 'wanted';
  if (!mayBeIn(languages, display)) return 'other';
  if (source.capability.priceUsd.post > 0) return 'unknown';
  const asked = askedHashtag({ hashtag, display });
  const span = {
    hashtag,
    ...(asked !== undefined && { display: asked }),
    fromMs: atMs - SAMPLE.spanMs,
    toMs: atMs,
    nowMs: atMs,
  };
  try {
    const { posts } = await source.posts(span, SAMPLE.posts);
    return languageOf(posts, new Set(languages.map(primaryLanguage)));
  } catch (error) {
    if (error instanceof SourceError) return 'unread';
    throw error;
  }
}

function languageOf(posts: readonly IncomingPost[], wanted: ReadonlySet<string>): TrendLanguage {
  const told = posts.flatMap((post) => {
    const { language } = 'sealed' in post ? post.sealed : post;
    return language === null ? [] : [primaryLanguage(language)];
  });
  if (told.length < SAMPLE.least) return 'unknown';
  const share = told.filter((language) => wanted.has(language)).length / told.length;
  return share >= SAMPLE.share ? 'wanted' : 'other';
}
