import { describe, expect, it } from 'vitest';
import { memoryAuthorStore } from '../../functions/adapters/memory/author-store.ts';
import { usualAuthors } from '../../functions/steps/usual-authors.ts';
import { grownMemory, learned } from '../support/an-author-memory.ts';

const watch = { watchId: 'mastodon:harbour', source: 'mastodon' } as const;

async function known(own: number, all: number) {
  const authors = memoryAuthorStore();
  if (own > 0) await authors.save(watch.watchId, learned(undefined, own), 0);
  if (all > 0) await authors.save(watch.source, grownMemory(all), 0);
  return usualAuthors(watch, authors);
}

describe('usualAuthors', () => {
  it.each`
    own   | days | of
    ${0}  | ${0} | ${undefined}
    ${60} | ${0} | ${undefined}
    ${60} | ${3} | ${'source'}
    ${0}  | ${3} | ${'source'}
  `('of a watch that knows $own are of $of', async ({ own, days, of }) => {
    expect((await known(own, days))?.of).toBe(of);
  });

  it('are the own ones as soon as there are enough', async () => {
    const authors = memoryAuthorStore();
    await authors.save(watch.watchId, grownMemory(2), 0);
    await authors.save(watch.source, grownMemory(9), 0);

    expect(await usualAuthors(watch, authors)).toMatchObject({ of: 'watch' });
  });
});
