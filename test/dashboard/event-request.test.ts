import { describe, expect, it } from 'vitest';
import { eventOf } from '../../dashboard/event-request.ts';
import { EventsRequest } from '../../functions/contract/event.ts';

const FILLED = {
  kind: 'match',
  title: ' Derby ',
  start: '2026-01-07T20:00',
  end: '',
  place: '',
  hashtags: '#derby, #ڈربی، cup',
  statedBy: 'https://league.example/fixtures',
};

describe('the event that a filled form stands for', () => {
  it('is what the API takes, its times in UTC and what is empty not said', () => {
    const event = eventOf(FILLED);

    expect(event).toEqual({
      kind: 'match',
      title: 'Derby',
      start: '2026-01-07T20:00:00Z',
      end: null,
      place: null,
      hashtags: ['#derby', '#ڈربی', 'cup'],
      openCall: false,
      statedBy: 'https://league.example/fixtures',
    });
    expect(EventsRequest.safeParse({ events: [event] }).error).toBeUndefined();
  });

  it('is an open call where the box is ticked', () => {
    expect(eventOf({ ...FILLED, openCall: 'on' }).openCall).toBe(true);
  });

  it('keeps the seconds that a field of time may tell', () => {
    expect(eventOf({ ...FILLED, start: '2026-01-07T20:00:30' }).start).toBe('2026-01-07T20:00:30Z');
  });
});
