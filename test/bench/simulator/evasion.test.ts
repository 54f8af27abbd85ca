import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halvesAt } from '../../../bench/simulator/bench-knobs.ts';
import type { Draft } from '../../../bench/simulator/draft.ts';
import { evading } from '../../../bench/simulator/evasion.ts';
import { EVASIONS, type Knob } from '../../../bench/simulator/evasion-knobs.ts';
import { valuesOf } from '../../../bench/simulator/parameter.ts';
import type { Scenario } from '../../../bench/simulator/scenario.ts';
import { C1 } from '../../../bench/simulator/scenarios/c1.ts';
import { C2 } from '../../../bench/simulator/scenarios/c2.ts';
import { C8 } from '../../../bench/simulator/scenarios/c8.ts';
import { O3 } from '../../../bench/simulator/scenarios/o3.ts';
import { simulate } from '../../../bench/simulator/simulate.ts';

const INPUT = {
  seed: 8,
  hashtag: 'event',
  startMs: Date.UTC(2026, 2, 4, 14),
  posts: 2000,
  dose: 0.5,
};
const KNOBS = Object.keys(EVASIONS) as readonly Knob[];

function played(knobs: Partial<Record<Knob, number>>, by: unknown = C8): readonly Draft[] {
  const scenario = by as Scenario;
  return evading(scenario, knobs).draft(INPUT, valuesOf(scenario.parameters));
}

function core(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter(({ role }) => role === 'core');
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length / items.length;
}

describe('every knob', () => {
  it.each(KNOBS)('%s changes nothing at 0, and leaves everybody but the core alone', (knob) => {
    const usual = played({});
    const others = (drafts: readonly Draft[]) =>
      drafts.flatMap((draft) => (draft.role === 'core' ? [] : JSON.stringify(draft))).toSorted();

    expect(played({ [knob]: 0 })).toEqual(usual);
    expect(others(played({ [knob]: 0.6 }))).toEqual(others(usual));
  });

  it.each(KNOBS)('%s gives the same for the same seed, and takes any share', (knob) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (turned) => {
        const evaded = evading(C2, { [knob]: turned });
        const once = simulate(evaded, { ...INPUT, posts: 300 });

        expect(simulate(evaded, { ...INPUT, posts: 300 })).toEqual(once);
        for (const { createdAt, deletedAt } of once.posts) {
          if (deletedAt !== undefined) expect(deletedAt > createdAt).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('refuses a share outside 0..1, a knob that is none and people who hide nothing', () => {
    expect(() => evading(C2, { edited: 1.1 })).toThrow('edited must lie in 0..1, got 1.1');
    expect(() => evading(C2, { nothing: 1 } as never)).toThrow('unknown knob nothing');
    expect(() => evading(O3, { edited: 1 })).toThrow('covert');
  });
});

describe('jitter', () => {
  it('makes each account late by up to an hour, and all its posts by as much', () => {
    const before = new Map(core(played({}, C1)).map((draft) => [draft.text, draft]));
    const late = core(played({ jitter: 0.5 }, C1)).map((draft) => {
      const usual = before.get(draft.text);
      return {
        account: draft.account.id,
        startMs: draft.atMs - (usual?.atMs ?? 0),
        endMs: (draft.deletedMs ?? 0) - (usual?.deletedMs ?? 0),
      };
    });
    const minutes = late.map(({ startMs }) => startMs / 60_000);

    expect(Math.max(...minutes)).toBeLessThanOrEqual(30);
    expect(Math.max(...minutes)).toBeGreaterThan(28);
    for (const one of late) expect(one.endMs).toBeCloseTo(one.startMs, 3);
    for (const own of Map.groupBy(late, ({ account }) => account).values()) {
      expect(new Set(own.map(({ startMs }) => Math.round(startMs))).size).toBe(1);
    }
  });
});

describe('edited', () => {
  it('rewords as many posts as asked for, two words in five', () => {
    const copies = (drafts: readonly Draft[]) => {
      const texts = core(drafts).map(({ text }) => text);
      return share(texts, (text) => texts.indexOf(text) !== texts.lastIndexOf(text));
    };

    expect(copies(played({}))).toBeGreaterThan(0.7);
    expect(copies(played({ edited: 0.5 }))).toBeCloseTo(copies(played({})) / 2, 1);
    expect(copies(played({ edited: 1 }))).toBeLessThan(0.02);
    const words = (text: string) => new Set(text.split(' '));
    const usual = core(played({})).map(({ text }) => words(text));
    const kept = core(played({ edited: 1 })).map(({ text }, at) =>
      share([...words(text)], (word) => usual[at]?.has(word) ?? false),
    );
    expect(kept.reduce((sum, value) => sum + value, 0) / kept.length).toBeCloseTo(0.67, 0.8);
    expect(core(played({ edited: 1 })).every(({ text }) => text.includes('#event'))).toBe(true);
  });
});

describe('aged', () => {
  it('gives as many accounts ordinary ages, each in all its posts', () => {
    const inBatch = (drafts: readonly Draft[]) => {
      const ages = core(drafts).map(
        ({ account }) => (INPUT.startMs - account.createdMs) / 86_400_000,
      );
      return share(ages, (days) => days >= 400 && days <= 430);
    };
    const aged = played({ aged: 1 });
    const dates = Map.groupBy(core(aged), ({ account }) => account.id);

    expect(inBatch(played({}))).toBeGreaterThan(0.35);
    expect(inBatch(aged)).toBeLessThan(0.05);
    expect(
      [...dates.values()].every((own) => new Set(own.map((one) => one.account)).size === 1),
    ).toBe(true);
  });
});

describe('kept', () => {
  it('lets as many posts stand', () => {
    const deleted = (knobs: Partial<Record<Knob, number>>) =>
      share(core(played(knobs, C1)), ({ deletedMs }) => deletedMs !== null);

    expect(deleted({})).toBe(1);
    expect(deleted({ kept: 0.7 })).toBeCloseTo(0.3, 1);
    expect(deleted({ kept: 1 })).toBe(0);
  });
});

describe('rotated', () => {
  it('uses as many accounts once only', () => {
    const first = core(played({})).map(({ account }) => account);
    const returning = [...new Set(first)];
    const came = (rotated: number) => {
      const next = evading(C8, { rotated }).draft(
        { ...INPUT, hashtag: 'next', returning },
        valuesOf(C8.parameters),
      );
      const ids = new Set(core(next).map(({ account }) => account.id));
      return share([...ids], (id) => returning.some((account) => account.id === id));
    };

    expect(came(0)).toBeGreaterThan(0.4);
    expect(came(0.5)).toBeCloseTo(came(0) / 2, 0.8);
    expect(came(1)).toBe(0);
  });
});

describe('smallTalk', () => {
  it('adds as many posts, by the same accounts, of other words, within the hour', () => {
    const usual = core(played({}));
    const texts = new Set(usual.map(({ text }) => text));
    const all = core(played({ smallTalk: 0.5 }));
    const talk = all.filter(({ text }) => !texts.has(text));
    const accounts = new Set(usual.map(({ account }) => account.id));

    expect(all.length - talk.length).toBe(usual.length);
    expect(talk.length / usual.length).toBeCloseTo(0.5, 1);
    expect(talk.every(({ account }) => accounts.has(account.id))).toBe(true);
    expect(new Set(talk.map(({ text }) => text)).size).toBe(talk.length);
  });
});

describe('reposts', () => {
  it('turns as many posts into reposts of earlier ones', () => {
    const all = core(played({ reposts: 1 })).toSorted((one, other) => one.atMs - other.atMs);

    expect(share(core(played({ reposts: 0.5 })), ({ repost }) => repost)).toBeCloseTo(0.5, 1);
    expect(all.filter(({ repost }) => !repost)).toEqual(all.slice(0, 1));
    expect(new Set(all.map(({ text }) => text)).size).toBe(1);
  });
});

describe('variants', () => {
  it('writes as many posts where the watch of the tag does not see them', () => {
    const { posts } = simulate(evading(C8, { variants: 0.4 }), INPUT);
    const missed = posts.filter(({ hashtags }) => !hashtags.includes('event'));
    const variants = new Set(missed.flatMap(({ hashtags }) => hashtags));

    // Of the half that is the core.
    expect(missed.length / posts.length).toBeCloseTo(0.2, 1);
    for (const variant of variants) expect(Math.abs(variant.length - 'event'.length)).toBe(1);
    for (const { hashtags, text } of missed) expect(text?.split(' ')).toContain(`#${hashtags[0]}`);
  });
});

describe('halvesAt', () => {
  it.each`
    without | hits               | at
    ${10}   | ${[10, 10, 10, 6]} | ${'holds'}
    ${10}   | ${[10, 5, 5, 5]}   | ${'0.50'}
    ${10}   | ${[0, 0, 0, 0]}    | ${'0.13'}
    ${10}   | ${[10, 10, 0, 10]} | ${'0.63'}
    ${0}    | ${[0, 0, 0, 0]}    | ${'–'}
  `('of $without, then $hits: $at', ({ without, hits, at }) => {
    expect(halvesAt(without, hits)).toBe(at);
  });
});
