import { describe, expect, it } from 'vitest';
import type { NearEvent } from '../../functions/model/known-event.ts';
import {
  eventPatternWords,
  nearEventWords,
  openCallWords,
} from '../../functions/verdict/event-words.ts';
import { aKnownEvent } from '../support/a-known-event.ts';

const MINUTE_MS = 60_000;
const near = (some: Partial<NearEvent> = {}): NearEvent => ({
  event: aKnownEvent(),
  afterMs: 4 * MINUTE_MS,
  tie: 'hashtag',
  usual: null,
  ...some,
});
const MATCH = 'a match, “Harbour United v. Hill Rovers”, Harbour Ground (says league.example)';

describe('a known event in words', () => {
  it('is an explanation where nothing stands out', () => {
    expect(nearEventWords(near(), 'organic')).toBe(
      `A known event may explain it: it began 4 min after the start of ${MATCH}.`,
    );
  });

  it('keeps names that run from right to left in their places', () => {
    const event = aKnownEvent({ title: 'یوم احتجاج', place: 'لاہور' });
    expect(nearEventWords(near({ event }), 'organic')).toContain(
      'a match, “\u2068یوم احتجاج\u2069”, \u2068لاہور\u2069 (says league.example)',
    );
    expect(openCallWords(event)).toContain('record, “\u2068یوم احتجاج\u2069” (says');
  });

  it('is a coincidence where something does', () => {
    expect(nearEventWords(near(), 'coordinated')).toBe(
      `It coincides with a known event: it began 4 min after the start of ${MATCH}.`,
    );
  });

  it.each([
    [-2 * MINUTE_MS, 'in the minutes of the start of'],
    [0, 'with the start of'],
    [119 * MINUTE_MS, '119 min after the start of'],
    [150 * MINUTE_MS, '2.5 h after the start of'],
    [13.6 * 1440 * MINUTE_MS, '13 days after the start of'],
  ])('%d ms after it is "%s"', (afterMs, words) => {
    expect(nearEventWords(near({ afterMs }), null)).toContain(`it began ${words} a match`);
  });

  it('says where nothing but the time ties them, and how usual that is', () => {
    const event = aKnownEvent({
      kind: 'talks',
      title: null,
      place: null,
      hashtags: [],
      statedBy: 'ministry',
    });
    const bare = { event, tie: 'time' as const };
    expect(nearEventWords(near({ ...bare, usual: { days: 28, near: 3 } }), 'organic')).toBe(
      'A known event may explain it: it began 4 min after the start of talks (says ministry). Nothing but the time ties them: 3 of the 28 days before had such an event at this time of day.',
    );
    expect(nearEventWords(near(bare), 'organic')).toMatch(
      /too little of the calendar is known to say how usual that is\.$/,
    );
  });

  it('is openly what a public call asked for', () => {
    const event = aKnownEvent({
      title: 'Day of action',
      statedBy: 'http://union.example/call?day=1',
    });
    expect(openCallWords(event)).toBe(
      'Openly: a public call to post is on record, “Day of action” (says union.example).',
    );
    expect(openCallWords(aKnownEvent({ title: null }))).toBe(
      'Openly: a public call to post is on record (says league.example).',
    );
  });
});

describe('a pattern in words', () => {
  const pattern = {
    state: 'measured',
    kind: 'broadcast',
    bursts: 6,
    near: 5,
    expected: 0.62,
    score: 4,
    stands: true,
  } as const;

  it('has its chance beside it', () => {
    expect(eventPatternWords(pattern)).toBe(
      '5 of the last 6 coordinated bursts of this hashtag began within 15 min after the start of a broadcast; by chance 0.6 would.',
    );
  });

  it('is not told where it does not stand or was not measured', () => {
    expect(eventPatternWords({ ...pattern, stands: false })).toBeNull();
    expect(eventPatternWords({ state: 'unmeasured', reason: 'none' })).toBeNull();
  });
});
