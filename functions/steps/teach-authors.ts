import { ConflictError } from '../model/errors.ts';
import type { Post } from '../model/post.ts';
import type { AuthorStore } from '../ports/author-store.ts';
import { type AuthorMemorySettings, freshMemory, learnAuthors } from '../signals/author-memory.ts';
import { tabulate } from '../signals/post-table.ts';

/**
 * Lets the authors of ordinary posts teach what is usual. Where another writer was faster these
 * teach nothing: they are a sample, and the next day brings another.
 *
 * @param name of a watch or a source
 */
export async function teachAuthors(
  name: string,
  posts: readonly Post[],
  atMs: number,
  authors: AuthorStore,
  settings: AuthorMemorySettings,
): Promise<void> {
  if (posts.length === 0) return;
  const memory = (await authors.load(name)) ?? freshMemory(settings);
  const learned = learnAuthors(memory, tabulate(posts), settings);
  if (learned === memory) return;
  try {
    await authors.save(name, learned, atMs);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}
