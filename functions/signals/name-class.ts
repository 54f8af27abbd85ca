import type { NameClass } from '../model/post.ts';
import { isNear } from './is-near.ts';
import { nameSkeleton } from './name-skeleton.ts';

/** What names are compared with. */
export type NameLists = {
  readonly newsrooms: readonly string[];
  /** Handles of those newsrooms, without `@`: their own accounts imitate nobody. */
  readonly handles: readonly string[];
  /** Words that a newsroom's name may carry beside itself. */
  readonly additions: readonly string[];
  /** Words for a news outlet and places: one of each makes the name of an outlet. */
  readonly outlets: readonly string[];
  readonly places: readonly string[];
  /** Handles made to a pattern, in lower case, without server. */
  readonly stock: readonly RegExp[];
};

/** The lists as the eye takes them. */
type Looks = {
  /** Listed newsrooms, and every place beside every word for an outlet. */
  readonly newsrooms: ReadonlySet<string>;
  /** Listed newsrooms long enough for a slip of the pen to be no other name. */
  readonly long: readonly string[];
  readonly handles: ReadonlySet<string>;
  readonly additions: ReadonlySet<string>;
};

/** In a name of fewer letters than this one more or less makes another name. */
const LONG_LETTERS = 7;

const prepared = new WeakMap<NameLists, Looks>();

/**
 * Which class the names of an account fall in. Nothing else of them is kept.
 *
 * @param names display name, then handle; the one that is not given empty
 */
export function nameClass(names: readonly string[], lists: NameLists): NameClass {
  const looks = looksOf(lists);
  const handle = (names[1] ?? '').replace(/^@/, '').toLowerCase();
  if (looks.handles.has(handle)) return 'plain';
  const [own = ''] = handle.split('@');
  if ([names[0] ?? '', own].some((name) => isNewsroom(nameSkeleton(name), looks))) {
    return 'newsroom';
  }
  return lists.stock.some((pattern) => pattern.test(own)) ? 'stock' : 'plain';
}

/** Whether a stretch of the words is listed and the rest is nothing but additions. */
function isNewsroom(words: readonly string[], looks: Looks): boolean {
  const isAddition = (word: string) => looks.additions.has(word) || /^\p{N}+$/u.test(word);
  const from = words.findIndex((word) => !isAddition(word));
  const to = words.findLastIndex((word) => !isAddition(word)) + 1;
  const starts = from === -1 ? words.length - 1 : from;
  for (let start = 0; start <= starts; start += 1) {
    for (let end = words.length; end >= Math.max(to, start + 1); end -= 1) {
      if (isListed(words.slice(start, end).join(''), looks)) return true;
    }
  }
  return false;
}

function isListed(look: string, { newsrooms, long }: Looks): boolean {
  if (newsrooms.has(look)) return true;
  return look.length >= LONG_LETTERS && long.some((newsroom) => isNear(look, newsroom));
}

function looksOf(lists: NameLists): Looks {
  const known = prepared.get(lists);
  if (known !== undefined) return known;
  const joined = (names: readonly string[]) => names.map((name) => nameSkeleton(name).join(''));
  const newsrooms = joined(lists.newsrooms);
  const outlets = joined(lists.outlets);
  const local = joined(lists.places).flatMap((place) =>
    outlets.flatMap((outlet) => [place + outlet, outlet + place]),
  );
  const looks = {
    newsrooms: new Set([...newsrooms, ...local]),
    long: newsrooms.filter((look) => look.length >= LONG_LETTERS),
    handles: new Set(lists.handles.map((handle) => handle.toLowerCase())),
    additions: new Set(joined(lists.additions)),
  };
  prepared.set(lists, looks);
  return looks;
}
