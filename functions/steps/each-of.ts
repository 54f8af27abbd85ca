/** Asked at the same time. */
const AT_ONCE = 25;

/** What comes of each, in their order; a few at a time. */
export async function eachOf<In, Out>(
  all: readonly In[],
  ask: (one: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const found: Out[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    found.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(ask))));
  return found;
}
