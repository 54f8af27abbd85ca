import { ConflictError } from '../../model/errors.ts';
import type { AuthorMemory } from '../../model/usual-authors.ts';
import type { AuthorStore } from '../../ports/author-store.ts';

export function memoryAuthorStore(): AuthorStore {
  const shelf = new Map<string, AuthorMemory>();
  return {
    async load(name) {
      const memory = shelf.get(name);
      return memory && structuredClone(memory);
    },

    async save(name, memory) {
      const stored = shelf.get(name)?.version ?? 0;
      if (stored !== memory.version)
        throw new ConflictError(`version ${memory.version} is required to be the one stored`);
      const saved = structuredClone({ ...memory, version: stored + 1 });
      shelf.set(name, saved);
      return structuredClone(saved);
    },
  };
}
