import { describe, expect, it } from 'vitest';
import {
  baselineItem,
  readBaselineItem,
  readVolumeItem,
  volumePart,
} from '../../../functions/adapters/dynamodb/baseline-item.ts';
import { burstItem, readBurstItem } from '../../../functions/adapters/dynamodb/burst-item.ts';
import { checkItem, readCheckItem } from '../../../functions/adapters/dynamodb/check-item.ts';
import { postItem, readPostItem, SEEN } from '../../../functions/adapters/dynamodb/post-item.ts';
import { readWatchItem, watchItem } from '../../../functions/adapters/dynamodb/watch-item.ts';
import { PollDueMessage } from '../../../functions/handlers/message-schemas.ts';
import { StoredItemError } from '../../../functions/model/errors.ts';
import { suspectedIdOf } from '../../../functions/model/suspected.ts';
import { aBaseline } from '../../support/a-baseline.ts';
import { aBurst } from '../../support/a-burst.ts';
import { aCheck } from '../../support/a-check.ts';
import { aPost } from '../../support/a-post.ts';
import { aWatch } from '../../support/a-watch.ts';

const version = 1;
const watch = watchItem(aWatch({ version }));
const baseline = baselineItem(aBaseline({ version }));
const burst = burstItem(aBurst({ version }));
const check = checkItem(aCheck({ version }));
const posts = postItem(SEEN, { burstId: 'replay:a/0', pollMs: 60_000, number: 0 }, [aPost()]);
const readPosts = (item: unknown) => readPostItem(SEEN, item);

describe('an item that was tampered with', () => {
  it.each<[string, (item: unknown) => unknown, unknown]>([
    ['nothing', readWatchItem, undefined],
    ['a watch of an unknown source', readWatchItem, { ...watch, source: 'elsewhere' }],
    ['a watch of an odd interval', readWatchItem, { ...watch, intervalMinutes: 7 }],
    ['a watch without health', readWatchItem, { ...watch, health: {} }],
    ['a baseline without detector', readBaselineItem, { ...baseline, detector: undefined }],
    ['a short detector', readBaselineItem, { ...baseline, detector: Uint8Array.of(1, 2) }],
    ['a baseline with words for bytes', readBaselineItem, { ...baseline, volume: 'volume' }],
    ['a short volume', readVolumeItem, { volume: Uint8Array.of(1) }],
    ['a burst that is no JSON', readBurstItem, { ...burst, burst: '{"burstId":' }],
    ['a burst without start', readBurstItem, { ...burst, burst: '{"burstId":"a/1"}' }],
    ['a torn sketch', readBurstItem, { ...burst, sketch: Uint8Array.of(1, 2, 3) }],
    ['a check of an unknown state', readCheckItem, { check: check.check.replace('waiting', '?') }],
    ['posts that cannot be inflated', readPosts, { packed: Uint8Array.of(1, 9, 9) }],
    ['posts that end too early', readPosts, { packed: posts.packed.subarray(0, 30) }],
  ])('is not read: %s', (_, read, item) => {
    expect(() => read(item)).toThrow(StoredItemError);
  });

  it('is read where it was left alone', () => {
    expect(readWatchItem(watch)).toEqual(aWatch({ version }));
    expect(readBaselineItem(baseline)).toEqual(aBaseline({ version }));
    expect(readBurstItem(burst)).toEqual(aBurst({ version }));
    expect(readCheckItem(check)).toEqual(aCheck({ version }));
    expect(readPosts(posts)).toEqual([aPost()]);
  });
});

describe('a watch', () => {
  it.each([
    undefined,
    { state: 'reading', fromMs: 1, readMs: 2, untilMs: 3 },
    { state: 'young', readyMs: 4 },
    { state: 'taught', fromMs: 5 },
    { state: 'ready' },
  ] as const)('keeps that its baseline is %j, and hands it on', (age) => {
    const kept = age === undefined ? aWatch({ version }) : aWatch({ version, baseline: age });
    expect(readWatchItem(watchItem(kept))).toEqual(kept);
    expect(PollDueMessage.parse({ watch: kept, atMs: 7 })).toEqual({ watch: kept, atMs: 7 });
  });
});

describe('a burst of an earlier release', () => {
  it('is read as one without company and shadow', () => {
    const { company: _, shadow: __, ...body } = aBurst({ version });
    expect(readBurstItem({ ...burst, burst: JSON.stringify(body) })).toEqual(aBurst({ version }));
  });
});

describe('a burst that was kept before it was told how far its posts were read', () => {
  it('is read as one that left nothing out, and of which nothing is counted', () => {
    const whole = aBurst({ version, lookedMs: 7, changedMs: 7 });
    const { keptFromMs: _, lookedMs: __, unread: ___, counted: ____, ...body } = whole;
    const counted = { fromMs: whole.startMs, untilMs: whole.startMs, posts: 0 };
    expect(readBurstItem({ ...burst, burst: JSON.stringify(body) })).toEqual({ ...whole, counted });
  });
});

describe('what an item holds beside the thing itself', () => {
  it('puts a watch into the indexes, unless it is paused', () => {
    expect(watch).toMatchObject({ slot: '5#3', kind: 'watch' });
    expect(watchItem(aWatch({ state: 'paused' }))).not.toHaveProperty('slot');
  });

  it('ends posts and checks after thirty days, posts of a suspected burst after one', () => {
    expect(posts.ttl).toBe(60 + 30 * 86_400);
    const burstId = suspectedIdOf('replay:a', 0);
    const aside = postItem(SEEN, { burstId, pollMs: 60_000, number: 0 }, [aPost()]);
    expect(aside.ttl).toBe(60 + 86_400);
    expect(check.ttl).toBe(aCheck().createdMs / 1000 + 30 * 86_400);
    expect(burst).not.toHaveProperty('ttl');
  });

  it('sorts volume by its start, from the first moment to the last', () => {
    const parts = [Number.NEGATIVE_INFINITY, 0, 999, 1e12, 1e13, Number.POSITIVE_INFINITY];

    expect(parts.map(volumePart)).toEqual(parts.map(volumePart).sort());
    expect(volumePart(0)).toBe('volume#1970-01-01T00:00:00.000Z');
  });
});
