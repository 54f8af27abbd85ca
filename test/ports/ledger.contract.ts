import { beforeEach, describe, expect, it } from 'vitest';
import type { AllowanceWindow, Breaker, Ledger } from '../../functions/ports/ledger.ts';

const WINDOW: AllowanceWindow = {
  openedMs: 1_000,
  endsMs: 301_000,
  windowMs: 300_000,
  limit: 300,
  aligned: true,
};
const LATER = { ...WINDOW, openedMs: 301_000, endsMs: 601_000 };
const FAILED: Breaker = { failures: 1, sinceMs: 5, untilMs: 900 };

const NAME = 'mastodon:one.example';
const HOST = 'one.example:8443';

/** Every adapter of Ledger runs this one suite. */
export function describeLedger(name: string, open: () => Promise<Ledger>) {
  describe(`Ledger: ${name}`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });
    const begin = (left = 10) => ledger.replaceWindow(NAME, 'search', { window: WINDOW, left });
    const drawn = { allowance: 'search', requests: 3, late: 0 };

    it('knows nothing of a credential that nobody used', async () => {
      expect(await ledger.read(NAME)).toEqual({ allowances: {}, breakers: {} });
      expect(await ledger.draw(NAME, drawn)).toBeUndefined();
    });

    it('keeps a window as it was put, apart from other allowances and credentials', async () => {
      const entry = await begin();

      expect(entry).toEqual({
        allowances: { search: { window: WINDOW, left: 10, late: 0 } },
        breakers: {},
      });
      expect(await ledger.read(NAME)).toEqual(entry);
      expect(await ledger.draw(NAME, { ...drawn, allowance: 'counts' })).toBeUndefined();
      expect(await ledger.draw('mastodon:two.example', drawn)).toBeUndefined();
    });

    it('draws, also below zero, and takes back', async () => {
      await begin(4);
      const lefts: (number | undefined)[] = [];
      for (const requests of [3, 3, -2]) {
        const entry = await ledger.draw(NAME, { ...drawn, requests });
        lefts.push(entry?.allowances.search?.left);
      }

      expect(lefts).toEqual([1, -2, 0]);
    });

    it('counts what is drawn late apart', async () => {
      await begin();
      await ledger.draw(NAME, { ...drawn, requests: 1, late: 1 });

      expect((await ledger.read(NAME)).allowances.search).toMatchObject({ left: 9, late: 1 });
    });

    it('draws only from the window that is meant', async () => {
      await begin();

      expect(await ledger.draw(NAME, { ...drawn, endsMs: 7 })).toBeUndefined();
      expect((await ledger.draw(NAME, { ...drawn, endsMs: 301_000 }))?.allowances).toMatchObject({
        search: { left: 7 },
      });
    });

    it('gives what many draw at once to each a part of its own', async () => {
      await begin(60);
      const drawers = Array.from({ length: 10 }, async () => {
        let own = 0;
        for (let turn = 0; turn < 5; turn += 1) {
          const left = (await ledger.draw(NAME, drawn))?.allowances.search?.left ?? 0;
          own += Math.max(0, Math.min(3, 3 + left));
        }
        return own;
      });

      const owns = await Promise.all(drawers);
      expect(owns.reduce((sum, own) => sum + own, 0)).toBe(60);
      expect((await ledger.read(NAME)).allowances.search?.left).toBe(60 - 150);
    });

    it('lets one of many open the next window', async () => {
      await begin();
      await ledger.draw(NAME, { ...drawn, late: 2 });
      const next = { window: LATER, left: 5, seenEndsMs: 301_000 };
      const opened = await Promise.all(
        Array.from({ length: 10 }, () => ledger.replaceWindow(NAME, 'search', next)),
      );

      expect(opened.filter((entry) => entry !== undefined)).toHaveLength(1);
      expect((await ledger.read(NAME)).allowances.search).toEqual({
        window: LATER,
        left: 5,
        late: 0,
      });
    });

    it('does not begin twice', async () => {
      await begin(10);

      expect(await begin(300)).toBeUndefined();
      expect((await ledger.read(NAME)).allowances.search?.left).toBe(10);
    });

    it('corrects a window without touching what was drawn from it', async () => {
      await begin();
      await ledger.draw(NAME, { ...drawn, late: 2 });
      await ledger.replaceWindow(NAME, 'search', { window: LATER, seenEndsMs: 301_000 });

      const { search } = (await ledger.read(NAME)).allowances;
      expect(search).toEqual({ window: LATER, left: 7, late: 2 });
    });

    it('lowers what is left and never raises it', async () => {
      await begin();
      const lefts: (number | undefined)[] = [];
      for (const [left, endsMs] of [
        [6, 301_000],
        [9, 301_000],
        [2, 5],
      ] as const) {
        await ledger.lower(NAME, 'search', left, endsMs);
        lefts.push((await ledger.read(NAME)).allowances.search?.left);
      }

      expect(lefts).toEqual([6, 6, 6]);
    });

    it('notes failures of a server beside its allowances, and that they are over', async () => {
      await begin();
      expect(await ledger.setBreaker(NAME, HOST, FAILED, undefined)).toBe(true);
      expect(await ledger.draw(NAME, drawn)).toMatchObject({
        allowances: { search: { left: 7 } },
        breakers: { [HOST]: FAILED },
      });

      expect(await ledger.setBreaker(NAME, HOST, undefined, FAILED)).toBe(true);
      expect((await ledger.read(NAME)).breakers).toEqual({});
    });

    it('notes failures of a server that nobody counts', async () => {
      await ledger.setBreaker(NAME, HOST, FAILED, undefined);

      expect(await ledger.read(NAME)).toEqual({ allowances: {}, breakers: { [HOST]: FAILED } });
    });

    it('lets one of many change a breaker, and none that saw it otherwise', async () => {
      await ledger.setBreaker(NAME, HOST, FAILED, undefined);
      const probe = { ...FAILED, untilMs: 1_900 };
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => ledger.setBreaker(NAME, HOST, probe, FAILED)),
      );

      expect(claims.filter((claimed) => claimed)).toHaveLength(1);
      expect(await ledger.setBreaker(NAME, HOST, FAILED, undefined)).toBe(false);
      expect(await ledger.setBreaker(NAME, HOST, undefined, FAILED)).toBe(false);
      expect((await ledger.read(NAME)).breakers[HOST]).toEqual(probe);
    });
  });
}
