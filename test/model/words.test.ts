import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstIdOf, parseBurstId } from '../../functions/model/burst.ts';
import { sparkLine } from '../../functions/model/spark-line.ts';

describe('the id of a burst', () => {
  it('tells its watch and its start, whatever the watch is called', () => {
    const start = fc.maxSafeInteger().filter((startMs) => !Object.is(startMs, -0));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), start, (watchId, startMs) => {
        expect(parseBurstId(burstIdOf(watchId, startMs))).toEqual({ watchId, startMs });
      }),
    );
  });

  it.each([
    '',
    'replay:harbour',
    '/5',
    'replay:harbour/',
    'replay:harbour/x',
    'a/1.5',
    'a/1e99',
    'a/0x10',
    'a/ 5',
  ])('is not %j', (text) => {
    expect(parseBurstId(text)).toBeUndefined();
  });
});

describe('a spark line', () => {
  it.each([
    [[], ''],
    [[0, 4, 8], '▁▅█'],
    [[0, null, 0], '▁·▁'],
    [[null], '·'],
    [[1, 2, 3, 4, 5, 6, 7, 8].map((posts) => (posts - 1) * 10), '▁▂▃▄▅▆▇█'],
    [[0.1], '▂'],
  ])('of %j is %s', (volume, line) => {
    expect(sparkLine(volume)).toBe(line);
  });

  it('has a bar a bucket, the highest at its highest', () => {
    const volumes = fc.array(fc.option(fc.nat(1_000_000_000)), { minLength: 1, maxLength: 500 });
    fc.assert(
      fc.property(volumes, (volume) => {
        const bars = [...sparkLine(volume)];
        const top = Math.max(...volume.map((posts) => posts ?? 0));
        expect(bars).toHaveLength(volume.length);
        if (top > 0) expect(bars[volume.indexOf(top)]).toBe('█');
        volume.forEach((posts, index) => {
          expect(bars[index] === '·').toBe(posts === null);
        });
      }),
    );
  });

  it('takes a volume of any length', () => {
    expect(sparkLine(new Array(300_000).fill(1))).toHaveLength(300_000);
  });
});
