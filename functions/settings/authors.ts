import type { AuthorMemorySettings } from '../signals/author-memory.ts';

/** How usual authors are learned: sized so that what is kept of a watch fits into a kilobyte. */
export const AUTHORS: AuthorMemorySettings = {
  mostAtOnce: 100,
  generation: 256,
  seenBytes: 160,
  languages: 8,
  places: 16,
};
