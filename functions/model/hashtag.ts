/**
 * The one spelling under which a hashtag is watched, stored and compared: without `#`,
 * NFKC, lower case.
 *
 * @example normaliseHashtag('#Élan') // 'élan'
 */
export function normaliseHashtag(hashtag: string): string {
  // Lower case can undo the normal form, and the normal form can bring a space or a #.
  return hashtag
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^[\s#]+|\s+$/gu, '');
}
