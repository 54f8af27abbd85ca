import { describe, expect, it } from 'vitest';
import { CONTENDERS, RIVALS } from '../../../../bench/volume/contenders.ts';
import { alarmsOf } from '../../../../bench/volume/detector.ts';
import { rivalOf } from '../../../../bench/volume/rivals/scorer.ts';

const poll = (posts: number, index: number) => ({ startMs: index * 300_000, posts });

describe('rivalOf', () => {
  const counts = rivalOf<null>({
    name: 'count',
    range: [10, 1000],
    stateBytes: 0,
    fresh: () => null,
    score: (_, posts) => posts,
  }).at(3);

  it('raises an alarm at each threshold that is reached, the first time in six hours', () => {
    const posts = new Array<number>(200).fill(0);
    for (const [row, count] of [
      [3, 100],
      [4, 2000],
      [76, 100],
      [160, 10],
    ] as const) {
      posts[row] = count;
    }

    expect(counts.thresholds.map(Math.round)).toEqual([10, 100, 1000]);
    expect(alarmsOf(counts, posts.map(poll))).toEqual([[3, 160], [3], [4]]);
  });

  it('sees the mean of a merged poll, and nothing of a missed one', () => {
    const polls = [poll(0, 0), null, { ...poll(30, 2), intervals: 3 }];

    expect(alarmsOf(counts, polls)).toEqual([[2], [], []]);
  });
});

describe('every contender', () => {
  const calm = Array.from({ length: 3000 }, (_, row) => poll(20 + ((row * 7) % 11), row));
  const burst = calm.map((one, row) => (row >= 2900 && row < 2906 ? { ...one, posts: 400 } : one));
  const able = CONTENDERS.filter(({ name }) => name !== 'null' && name !== 'random');

  it.each(able)('$name sees a plain burst within it, and none before', (detector) => {
    const strictest = alarmsOf(detector, burst).find((rows) => rows.some((row) => row >= 2900));
    const first = strictest?.find((row) => row >= 2900);

    expect(first).toBeLessThan(2906);
    expect(alarmsOf(detector, calm).at(-1)).toEqual([]);
  });

  it.each([...CONTENDERS])('$name goes on from a copy as if there were none', (detector) => {
    const whole = alarmsOf(detector, burst);
    const running = detector.fresh();
    running.run(burst.slice(0, 2000));
    const copy = running.fork();
    running.run(calm.slice(0, 500).map((one) => ({ ...one, posts: 9999 })));

    const rest = copy.run(burst.slice(2000)).map((rows) => rows.map((row) => row + 2000));
    expect(rest).toEqual(whole.map((rows) => rows.filter((row) => row >= 2000)));
  });

  it('has luck raise alarms that have nothing to do with bursts, and silence none', () => {
    const [luck, silence] = ['random', 'null'].map((wanted) =>
      RIVALS.find(({ name }) => name === wanted),
    );

    const often = luck === undefined ? [] : (alarmsOf(luck, calm)[0] ?? []);
    expect(often.length).toBeGreaterThan(5);
    expect(silence === undefined ? [] : alarmsOf(silence, burst).flat()).toEqual([]);
  });
});
