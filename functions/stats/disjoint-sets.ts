/** Things 0 to n - 1 that are joined into sets. */
export type DisjointSets = {
  /** Joins the sets of both; the smaller number leads, so the result does not depend on the order of joins. */
  join(one: number, other: number): void;
  /** The smallest member of its set. */
  find(member: number): number;
};

/** @source Tarjan & van Leeuwen (1984), J. ACM 31(2), 245-281: path halving */
export function disjointSets(size: number): DisjointSets {
  const parent = Int32Array.from({ length: size }, (_, member) => member);

  function find(member: number): number {
    let at = member;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      const above = parent[up] ?? up;
      parent[at] = above;
      at = above;
    }
    return at;
  }

  function join(one: number, other: number): void {
    const a = find(one);
    const b = find(other);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }

  return { join, find };
}
