/**
 * The one spelling under which a hashtag is watched, stored and compared: without `#`,
 * NFKC, lower case.
 *
 * @example normaliseHashtag('#Élan') // 'élan'
 */
export function normaliseHashtag(hashtag: string): string {
  return hashtag
    .trim()
    .replace(/^[#＃]+/u, '')
    .normalize('NFKC')
    .toLowerCase();
}
