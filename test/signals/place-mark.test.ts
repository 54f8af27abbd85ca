import { describe, expect, it } from 'vitest';
import { markPlace } from '../../functions/signals/place-mark.ts';

const mark = (place: string | null | undefined, seed = 7) => markPlace(place, seed);

describe('markPlace', () => {
  it.each([
    ['Lahore, Pakistan', 'PAKISTAN'],
    ['لاہور، پاکستان', 'پاکستان'],
    ['Pakistan 🇵🇰', 'pakistan'],
    ['Turkey | ', 'turkey'],
  ])('takes %j and %j for one place', (one, other) => {
    expect(mark(one)).toBe(mark(other));
  });

  it.each([null, undefined, '', ' , ', '🌍'])('says nothing of %j', (place) => {
    expect(mark(place)).toBeUndefined();
  });

  it('keeps places apart, and keys', () => {
    expect(mark('Pakistan')).not.toBe(mark('Turkey'));
    expect(mark('Pakistan')).not.toBe(mark('Pakistan', 8));
    expect(mark('Pakistan')).toBeGreaterThan(0);
  });
});
