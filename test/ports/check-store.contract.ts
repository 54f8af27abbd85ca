import { describe, expect, it } from 'vitest';
import type { Check } from '../../functions/model/check.ts';
import { ConflictError } from '../../functions/model/errors.ts';
import type { CheckStore } from '../../functions/ports/check-store.ts';
import { aCheck } from '../support/a-check.ts';
import { aVerdict } from '../support/a-verdict.ts';

/** Every adapter of CheckStore runs this one suite. */
export function describeCheckStore(name: string, open: () => Promise<CheckStore>) {
  describe(`CheckStore: ${name}`, () => {
    it('knows nothing of a check it never saw', async () => {
      const store = await open();

      expect(await store.get('nobody')).toBeUndefined();
    });

    it.each<[string, Partial<Check>]>([
      ['that waits', {}],
      ['that is done', { state: 'done', postsRead: 412, verdict: aVerdict(), place: 'a.example' }],
      ['of posts that somebody brought', { source: null, state: 'failed', failure: 'no posts' }],
    ])('reads back a check %s as it was given', async (_, overrides) => {
      const store = await open();

      const saved = await store.save(aCheck(overrides));

      expect(saved).toEqual(aCheck({ ...overrides, version: 1 }));
      expect(await store.get(saved.checkId)).toEqual(saved);
    });

    it('refuses a second check of one name, and a version that is not the stored one', async () => {
      const store = await open();
      const first = await store.save(aCheck());

      await expect(store.save(aCheck())).rejects.toThrow(ConflictError);
      await expect(store.save({ ...first, version: 2 })).rejects.toThrow(ConflictError);
      expect(await store.save({ ...first, state: 'running' })).toMatchObject({ version: 2 });
    });

    it('lets one of two writers of the same version win', async () => {
      const store = await open();
      const first = await store.save(aCheck());

      const results = await Promise.allSettled(
        [1, 2].map((postsRead) => store.save({ ...first, postsRead })),
      );

      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await store.get(first.checkId)).toEqual(won[0]?.value);
    });
  });
}
