/** Names by number, in the order in which they were first met. */
export type NumberedNames = {
  readonly names: readonly string[];
  /** The number of a name, given to it now if it has none. */
  numberOf(name: string): number;
};

export function numberedNames(): NumberedNames {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    numberOf(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}
