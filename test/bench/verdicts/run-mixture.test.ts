import { describe, expect, it } from 'vitest';
import { mixtureCells } from '../../../bench/verdicts/mixture-cells.ts';
import { hasCorpus } from '../../../bench/verdicts/read-corpus.ts';
import { makeMixture } from '../../../bench/verdicts/run-mixture.ts';

if (!hasCorpus()) {
  console.info('skipped: the evaluation data is not beside the repository (see TURFWATCH_DATA)');
}

const MINUTE_MS = 60_000;

describe.skipIf(!hasCorpus())('mixtures of the open sets', { timeout: 120_000 }, () => {
  const seeds = [0, 1, 2, 3, 4];

  it('hold the share that was asked for, within what whole accounts allow', async () => {
    for (const cell of await mixtureCells()) {
      for (const seed of seeds) {
        const { share, posts } = makeMixture(cell, 0.3, seed);
        expect(posts.length).toBeGreaterThan(50);
        expect(Math.abs(share - 0.3)).toBeLessThan(0.15);
      }
    }
  });

  it('lay the campaign over the host, and its past before it', async () => {
    for (const cell of await mixtureCells()) {
      for (const seed of seeds) {
        const { posts, injected, earlier } = makeMixture(cell, 0.5, seed);
        const startMs = posts[0]?.createdMs ?? 0;
        const pushed = posts.filter(({ account }) => injected.has(account));
        const grid = ({ createdMs }: { readonly createdMs: number }) =>
          Math.floor(createdMs / cell.gridMs);

        expect(new Set(posts.map(grid)).size).toBe(1);
        expect(pushed.length).toBeGreaterThan(0);
        expect(pushed.length).toBeLessThan(posts.length);
        for (const { endMs } of earlier) {
          expect(endMs).toBeLessThan(startMs + cell.gridMs);
        }
      }
    }
  });

  it('show no seam: what one side lacks is taken from the other', async () => {
    const [attacks, trolls, , dateless] = await mixtureCells();
    const posts = (cell: typeof attacks) =>
      cell === undefined ? [] : seeds.flatMap((seed) => makeMixture(cell, 0.3, seed).posts);

    expect(
      posts(attacks).every(
        ({ text, accountCreatedMs }) => text === null && accountCreatedMs === null,
      ),
    ).toBe(true);
    expect(posts(trolls).every(({ createdMs }) => createdMs % MINUTE_MS === 0)).toBe(true);
    expect(posts(dateless).every(({ accountCreatedMs }) => accountCreatedMs === null)).toBe(true);
    expect(posts(trolls).some(({ accountCreatedMs }) => accountCreatedMs !== null)).toBe(true);
  });

  it('are the same for the same seed', async () => {
    const [cell] = await mixtureCells();
    if (cell === undefined) throw new Error('a cell is required');

    expect(makeMixture(cell, 0.3, 1)).toEqual(makeMixture(cell, 0.3, 1));
    expect(makeMixture(cell, 0.3, 1).posts).not.toEqual(makeMixture(cell, 0.3, 2).posts);
  });
});
