const words = (text: string) => new Set(text.split(' '));

/** Scripts by the languages that are commonly written in them, BCP 47 primary subtags. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly languages: ReadonlySet<string> }[] = [
  { letters: /\p{Script=Arabic}/u, languages: words('ar fa ur ps sd pa ckb ku ug ks bal skr') },
  { letters: /\p{Script=Devanagari}/u, languages: words('hi mr ne sa bho mai kok ks sd') },
  { letters: /\p{Script=Bengali}/u, languages: words('bn as mni') },
  { letters: /\p{Script=Gurmukhi}/u, languages: words('pa') },
  { letters: /\p{Script=Gujarati}/u, languages: words('gu') },
  { letters: /\p{Script=Oriya}/u, languages: words('or') },
  { letters: /\p{Script=Tamil}/u, languages: words('ta') },
  { letters: /\p{Script=Telugu}/u, languages: words('te') },
  { letters: /\p{Script=Kannada}/u, languages: words('kn') },
  { letters: /\p{Script=Malayalam}/u, languages: words('ml') },
  { letters: /\p{Script=Sinhala}/u, languages: words('si') },
  { letters: /\p{Script=Thaana}/u, languages: words('dv') },
  { letters: /\p{Script=Thai}/u, languages: words('th') },
  { letters: /\p{Script=Lao}/u, languages: words('lo') },
  { letters: /\p{Script=Myanmar}/u, languages: words('my') },
  { letters: /\p{Script=Khmer}/u, languages: words('km') },
  { letters: /\p{Script=Tibetan}/u, languages: words('bo dz') },
  { letters: /\p{Script=Hebrew}/u, languages: words('he iw yi') },
  { letters: /\p{Script=Ethiopic}/u, languages: words('am ti') },
  { letters: /\p{Script=Greek}/u, languages: words('el') },
  { letters: /\p{Script=Armenian}/u, languages: words('hy') },
  { letters: /\p{Script=Georgian}/u, languages: words('ka') },
  {
    letters: /\p{Script=Cyrillic}/u,
    languages: words('ru uk be bg sr mk mn kk ky tg tt uz bs os ce ba'),
  },
  { letters: /\p{Script=Hangul}/u, languages: words('ko') },
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, languages: words('ja') },
  { letters: /\p{Script=Han}/u, languages: words('zh ja ko yue') },
];

/**
 * Whether a hashtag may be in one of these languages, by its script. A script rules languages out
 * and never one in: Latin letters may be any language, for many are also written in them.
 *
 * @param languages BCP 47
 */
export function mayBeIn(languages: readonly string[], hashtag: string): boolean {
  const found = SCRIPTS.filter(({ letters }) => letters.test(hashtag));
  if (found.length === 0) return true;
  const primary = languages.map(primaryLanguage);
  return found.some((script) => primary.some((language) => script.languages.has(language)));
}

/** @example primaryLanguage('pt-BR') // 'pt' */
export function primaryLanguage(language: string): string {
  return (language.split(/[-_]/)[0] ?? '').toLowerCase();
}
