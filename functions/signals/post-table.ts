import type { Post } from '../model/post.ts';

const MINUTE_MS = 60_000;

/** Sources that stamp by the minute now and then give a second: a share, not a law. */
const MINUTE_STAMPED = 0.99;

/** The posts of one burst, in order of time, with its accounts numbered: what every signal reads. */
export type PostTable = {
  /** Each post once, by time of creation, then id. */
  readonly posts: readonly Post[];
  /** The accounts, in order of their first post. */
  readonly accounts: readonly string[];
  /** Index into `accounts`, a post. */
  readonly accountOf: Int32Array;
  /** Posts an account. */
  readonly postsBy: Int32Array;
  /** Nearly all times are whole minutes: nothing finer can be asked. */
  readonly minuteStamps: boolean;
};

/** Any order goes in, and posts that came twice; the same table comes out. */
export function tabulate(given: readonly Post[]): PostTable {
  const posts = inOrder(given);
  const numbers = new Map<string, number>();
  const accountOf = new Int32Array(posts.length);
  posts.forEach((post, at) => {
    const number = numbers.get(post.account) ?? numbers.size;
    numbers.set(post.account, number);
    accountOf[at] = number;
  });
  const postsBy = new Int32Array(numbers.size);
  for (const account of accountOf) postsBy[account] = (postsBy[account] ?? 0) + 1;
  return {
    posts,
    accounts: [...numbers.keys()],
    accountOf,
    postsBy,
    minuteStamps: isMinutes(posts),
  };
}

function inOrder(given: readonly Post[]): readonly Post[] {
  const byId = new Map(given.map((post) => [post.id, post]));
  return [...byId.values()].sort(
    (one, other) => one.createdMs - other.createdMs || (one.id < other.id ? -1 : 1),
  );
}

function isMinutes(posts: readonly Post[]): boolean {
  const whole = posts.filter((post) => post.createdMs % MINUTE_MS === 0).length;
  return posts.length > 0 && whole >= MINUTE_STAMPED * posts.length;
}
