import { describe, expect, it } from 'vitest';
import { SourceError } from '../../functions/model/errors.ts';
import type { Source, Span } from '../../functions/ports/source.ts';
import { readCounts } from '../../functions/steps/read-counts.ts';
import { aBaseline, aChunk } from '../support/a-baseline.ts';
import { aWatch } from '../support/a-watch.ts';
import { scriptedSource } from '../support/scripted-source.ts';

const MINUTE_MS = 60_000;
const NOON = Date.UTC(2026, 0, 6, 12);
const watch = aWatch({ phaseMinutes: 0 });
const learned = aBaseline({
  learnedUntilMs: NOON,
  volume: aChunk({ startMs: NOON - 15 * MINUTE_MS, posts: [4, 4, 4], expected: [4, 4, 4] }),
});
const after = (minutes: number) => NOON + minutes * MINUTE_MS;

function open(usual: (startMs: number) => number | null, historyMs = 86_400_000) {
  const { source, script } = scriptedSource({ historyMs });
  script.usual = usual;
  return { source, script };
}

describe('the counts since the last poll', () => {
  it('begin with the newest complete bucket for a new watch', async () => {
    const { source, script } = open(() => 7);
    const fresh = aBaseline({ learnedUntilMs: 0, volume: null });

    const counts = await readCounts(watch, fresh, source, after(7));

    expect(counts).toEqual({ late: 0, buckets: [{ startMs: NOON, posts: 7 }], lost: 0 });
    expect(script.asked).toEqual([{ what: 'counts', fromMs: NOON, toMs: after(5) }]);
  });

  it('are asked for as the hashtag was written, where our spelling may say nothing to a network', async () => {
    const { source } = open(() => 7);
    const spans: Span[] = [];
    const listening: Source = {
      ...source,
      counts: (span, bucketMs) => {
        spans.push(span);
        return source.counts(span, bucketMs);
      },
    };
    const ask = (display?: string) =>
      readCounts(aWatch({ phaseMinutes: 0, display }), learned, listening, after(5));

    await ask('پاكستان');
    await ask('HARBOUR');
    await ask();

    expect(spans.map(({ display }) => display)).toEqual(['پاكستان', undefined, undefined]);
  });

  it('are none, unasked, until a bucket is complete', async () => {
    const { source, script } = open(() => 7);
    expect(await readCounts(watch, learned, source, after(4.99))).toEqual({
      late: 0,
      buckets: [],
      lost: 0,
    });
    expect(script.asked).toEqual([]);
  });

  it('wait until the source can count the bucket that just ended', async () => {
    const { source, script } = scriptedSource({ countLagMs: 15_000 });
    script.usual = () => 7;

    expect((await readCounts(watch, learned, source, after(5) + 14_999)).buckets).toEqual([]);
    expect((await readCounts(watch, learned, source, after(5) + 15_000)).buckets).toEqual([
      { startMs: NOON, posts: 7 },
    ]);
  });

  it('catch up on every bucket that was missed meanwhile', async () => {
    const { source } = open((startMs) => (startMs - NOON) / MINUTE_MS + 4);
    const { buckets, lost } = await readCounts(watch, learned, source, after(17));

    expect(buckets).toEqual([
      { startMs: NOON, posts: 4 },
      { startMs: after(5), posts: 9 },
      { startMs: after(10), posts: 14 },
    ]);
    expect(lost).toBe(0);
  });

  it('are null, never zero, where the source could not count', async () => {
    const { source } = open((startMs) => (startMs === after(5) ? null : 0));
    const { buckets } = await readCounts(watch, learned, source, after(15));

    expect(buckets.map(({ posts }) => posts)).toEqual([0, null, 0]);
  });

  it.each([
    ['a later bucket has more', 9, 5],
    ['it has as many', 4, 0],
    ['posts were deleted since', 1, 0],
    ['it cannot be counted again', null, 0],
  ])('tell of late posts: %s', async (_, again, late) => {
    const { source } = open((startMs) => (startMs < NOON ? again : 2));
    const counts = await readCounts(watch, learned, source, after(5));

    expect(counts).toEqual({ late, buckets: [{ startMs: NOON, posts: 2 }], lost: 0 });
  });

  it('tell how many buckets lie beyond the memory of the source', async () => {
    const { source, script } = open(() => 1, 30 * MINUTE_MS);
    const counts = await readCounts(watch, learned, source, after(60));

    expect(counts.lost).toBe(6);
    expect(counts.buckets.map(({ startMs }) => startMs)).toEqual(
      [30, 35, 40, 45, 50, 55].map(after),
    );
    expect(script.asked).toEqual([{ what: 'counts', fromMs: after(30), toMs: after(60) }]);
  });

  it('do not hide that the source failed', async () => {
    const { source, script } = open(() => 1);
    script.fails = 'too slow';
    await expect(readCounts(watch, learned, source, after(5))).rejects.toThrow(SourceError);
  });
});
