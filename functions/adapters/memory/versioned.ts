import { ConflictError } from '../../model/errors.ts';
import { finiteJson } from '../stored/finite-json.ts';

type Versioned = { readonly version: number };

/** Things by name, as words would keep them, and frozen, so that nobody changes by hand what was stored. */
export type VersionedShelf<Thing extends Versioned> = {
  readonly get: (name: string) => Thing | undefined;
  readonly all: () => Thing[];
  /** @throws {ConflictError} unless `thing.version` is the one stored, 0 if there is none */
  readonly save: (name: string, thing: Thing) => Thing;
  readonly remove: (name: string) => boolean;
};

export function versionedShelf<Thing extends Versioned>(): VersionedShelf<Thing> {
  const shelf = new Map<string, Thing>();
  const get = (name: string) => shelf.get(name);

  function save(name: string, thing: Thing): Thing {
    if ((get(name)?.version ?? 0) !== thing.version)
      throw new ConflictError(`version ${thing.version} is required to be the one stored`);
    const words = finiteJson({ ...thing, version: thing.version + 1 });
    const stored: Thing = JSON.parse(words, (_, value) => Object.freeze(value));
    shelf.set(name, stored);
    return stored;
  }

  return {
    get,
    all: () => [...shelf.values()],
    save,
    remove: (name) => shelf.delete(name),
  };
}
