import { numberedHashes } from './numbered-hashes.ts';

/** Names by number, in the order in which they were first met. */
export type NumberedNames = {
  readonly names: readonly string[];
  /** The number of a name, given to it now if it has none. */
  numberOf(name: string): number;
};

export function numberedNames(): NumberedNames {
  const names: string[] = [];
  const hashes = numberedHashes();
  return {
    names,
    numberOf(name) {
      const number = hashes.numberOf(name);
      if (number === names.length) names.push(name);
      return number;
    },
  };
}
