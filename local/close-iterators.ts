import { AbstractKeyIterator, AbstractValueIterator } from 'abstract-level';

type Closable = { close(): Promise<void> };

/**
 * dynalite 4.0.0 reads through iterators of its database and ends them with `return()`, which
 * abstract-level 3 calls `close()`. Without this, every query keeps its snapshot for good: ten
 * kilobytes a query, and a database that can drop nothing it has overwritten.
 */
export function closeIterators(): void {
  for (const { prototype } of [AbstractKeyIterator, AbstractValueIterator]) {
    Object.assign(prototype, {
      return(this: Closable) {
        return this.close();
      },
    });
  }
}
