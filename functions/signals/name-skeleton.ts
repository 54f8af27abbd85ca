/** Longer names are cut here: no network shows more. */
const MOST_CHARACTERS = 100;

/** Letters of other alphabets that look Latin, in lower case, in the order of `LATIN`. */
const ALIKE = 'аеорсухіјѕԁһкмнтвгαορνυκιτηχ';
const LATIN = 'aeopcyxijsdhkmhtbraopvukitnx';

/** Digits that stand for letters inside a word, and the strokes that cannot be told apart. */
const STROKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  i: 'l',
  '|': 'l',
  $: 's',
  '@': 'a',
  ı: 'l',
};

const LOOKS = new Map([...ALIKE].map((letter, at) => [letter, LATIN[at] ?? letter]));

/**
 * The words of a name as the eye takes them: equal where two names are meant to look alike.
 * Case, accents, invisible characters, look-alike letters and digits for letters are gone.
 *
 * @source Unicode Technical Standard 39, 4: confusable skeletons, cut to Latin look-alikes
 * @example nameSkeleton('BВC_Nеws') // ['bbc', 'news'], with letters from two alphabets
 */
export function nameSkeleton(name: string): readonly string[] {
  const spelled = name
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '');
  return (spelled.match(/[\p{L}\p{M}\p{N}$@|]+/gu) ?? []).map(lookOf);
}

function lookOf(word: string): string {
  const letters = [...word].map((letter) => LOOKS.get(letter) ?? letter);
  const isNumber = /^\p{N}+$/u.test(word);
  const seen = isNumber ? letters : letters.map((letter) => STROKES[letter] ?? letter);
  return seen.join('').replaceAll('rn', 'm').replaceAll('vv', 'w');
}
