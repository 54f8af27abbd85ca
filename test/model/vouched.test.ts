import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWithin,
  knownSpans,
  type TimeSpan,
  type Vouched,
  type Vouching,
  vouch,
} from '../../functions/model/vouched.ts';

const SETTINGS = { silenceMs: 15, keptMs: 1_000 };
const NOTHING: Vouched = {
  partner: 'newsroom',
  hashtag: null,
  sinceMs: 0,
  spans: [],
  version: 0,
};

const afterAll = (said: readonly Vouching[], atMs = 500) =>
  said.reduce((vouched, one) => vouch(vouched, one, atMs, SETTINGS), NOTHING).spans;
const until = (untilMs: number, fromMs: number | null = null) => ({ fromMs, untilMs });

describe('what a partner vouches for', () => {
  it('begins with its first word: what was before is not known', () => {
    expect(afterAll([until(100)])).toEqual([{ fromMs: 100, toMs: 100 }]);
  });

  it('goes on from its last word', () => {
    expect(afterAll([until(100), until(110), until(125)])).toEqual([{ fromMs: 100, toMs: 125 }]);
  });

  it('begins anew after too long a silence', () => {
    expect(afterAll([until(100), until(110), until(126), until(130)])).toEqual([
      { fromMs: 100, toMs: 110 },
      { fromMs: 126, toMs: 130 },
    ]);
  });

  it('bridges a silence if the partner says so, before or after', () => {
    expect(afterAll([until(100), until(110), until(150, 110)])).toEqual([
      { fromMs: 100, toMs: 150 },
    ]);
    expect(afterAll([until(100), until(110), until(150), until(160), until(150, 105)])).toEqual([
      { fromMs: 100, toMs: 160 },
    ]);
  });

  it('is not taken back by an older word', () => {
    expect(afterAll([until(100), until(110), until(104)])).toEqual([{ fromMs: 100, toMs: 110 }]);
  });

  it('forgets what is too old to be asked for', () => {
    expect(afterAll([until(20, 0), until(2_000, 1_990)], 2_000)).toEqual([
      { fromMs: 1_990, toMs: 2_000 },
    ]);
  });

  it('never covers a time that nobody said, however it is said', () => {
    const said = fc.array(
      fc.tuple(fc.nat(300), fc.option(fc.nat(100), { nil: null })).map(([untilMs, back]) => ({
        untilMs,
        fromMs: back === null ? null : Math.max(0, untilMs - back),
      })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(said, fc.nat(299), (vouchings, moment) => {
        const spans = afterAll(vouchings);
        // A silence that was short enough is bridged; no word reaches further than that.
        const isSaid = vouchings.some(
          ({ fromMs, untilMs }) =>
            moment < untilMs && moment >= (fromMs ?? untilMs - SETTINGS.silenceMs),
        );
        const isKnown = isWithin(spans, { fromMs: moment, toMs: moment + 1 });
        const isNamed = vouchings.some(
          ({ fromMs, untilMs }) => fromMs !== null && fromMs <= moment && moment < untilMs,
        );
        expect(!isKnown || isSaid).toBe(true);
        expect(isKnown || !isNamed).toBe(true);
      }),
      { seed: 3 },
    );
  });
});

describe('the times of which the posts of a hashtag are known', () => {
  const general = (...spans: readonly TimeSpan[]) => ({ ...NOTHING, spans });
  const shelf = (sinceMs: number, ...spans: readonly TimeSpan[]): Vouched => ({
    ...NOTHING,
    hashtag: 'harbour',
    sinceMs,
    spans,
  });

  it('are none where nothing was kept of it, whatever is vouched for in general', () => {
    expect(knownSpans(general({ fromMs: 0, toMs: 100 }), undefined)).toEqual([]);
  });

  it('begin, of what is said in general, when its posts began to be kept', () => {
    const said = general({ fromMs: 0, toMs: 20 }, { fromMs: 40, toMs: 100 });

    expect(knownSpans(said, shelf(50))).toEqual([{ fromMs: 50, toMs: 100 }]);
    expect(knownSpans(said, shelf(200))).toEqual([]);
    expect(knownSpans(undefined, shelf(50))).toEqual([]);
  });

  it('are also those that were vouched for by its name, from before', () => {
    const said = general({ fromMs: 40, toMs: 100 });

    expect(knownSpans(said, shelf(50, { fromMs: 10, toMs: 50 }))).toEqual([
      { fromMs: 10, toMs: 100 },
    ]);
  });
});
