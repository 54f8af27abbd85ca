/** Counts in how many posts hashtags stand together, as posts come in. */
export type CoTagTally = {
  /** @param hashtags of one post, each once */
  add(hashtags: readonly string[]): void;
  /** By other hashtags: the share of this one's posts that carry them too, where it is not rare. */
  sharesOf(hashtag: string): Readonly<Record<string, number>>;
};

/** Rarer company is chance, and a hashtag has thousands of it. */
const MIN_SHARE = 0.01;

export function coTagTally(): CoTagTally {
  const posts = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();

  function add(hashtags: readonly string[]): void {
    for (const hashtag of hashtags) {
      posts.set(hashtag, (posts.get(hashtag) ?? 0) + 1);
      if (hashtags.length > 1) addCompany(hashtag, hashtags);
    }
  }

  function addCompany(hashtag: string, hashtags: readonly string[]): void {
    const company = together.get(hashtag) ?? new Map<string, number>();
    together.set(hashtag, company);
    for (const other of hashtags) {
      if (other !== hashtag) company.set(other, (company.get(other) ?? 0) + 1);
    }
  }

  function sharesOf(hashtag: string): Readonly<Record<string, number>> {
    const all = posts.get(hashtag) ?? 1;
    const shares = [...(together.get(hashtag) ?? [])].map(
      ([other, count]) => [other, count / all] as const,
    );
    return Object.fromEntries(shares.filter(([, share]) => share >= MIN_SHARE));
  }

  return { add, sharesOf };
}
