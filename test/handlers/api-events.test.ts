import { describe, expect, it } from 'vitest';
import { BurstView } from '../../functions/contract/burst.ts';
import { EventListView } from '../../functions/contract/event.ts';
import { aBurst } from '../support/a-burst.ts';
import { aVerdict } from '../support/a-verdict.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';

const HOUR_MS = 3_600_000;
const FIXTURE = {
  kind: 'match',
  title: 'Harbour United v. Hill Rovers',
  start: '2026-01-07T13:00:00+05:00',
  end: '2026-01-07T10:00:00Z',
  place: 'Harbour Ground',
  hashtags: ['#Harbour', 'harbour', '#هاربر'],
  statedBy: 'https://league.example/fixtures',
};
const CALL = { ...FIXTURE, kind: 'protest', title: 'Day of action', openCall: true };

describe('the calendar of known events', () => {
  it('keeps what is brought in one spelling and one zone, and gives it back', async () => {
    const { call } = openApi();

    const answer = await call('POST', '/v1/events', { body: { events: [FIXTURE] } });

    expect(answer.status).toBe(201);
    const { events } = EventListView.parse(answer.json);
    expect(events).toEqual([
      {
        eventId: expect.stringMatching(/^1767772800000-[0-9a-f]{16}$/),
        kind: 'match',
        title: 'Harbour United v. Hill Rovers',
        start: '2026-01-07T08:00:00.000Z',
        end: '2026-01-07T10:00:00.000Z',
        place: 'Harbour Ground',
        hashtags: ['harbour', 'هاربر'],
        openCall: false,
        statedBy: 'https://league.example/fixtures',
      },
    ]);
    expect((await call('GET', '/v1/events')).json).toEqual({ events });
  });

  it('holds what is brought twice once, and forgets it by its id', async () => {
    const { call } = openApi();
    for (let time = 0; time < 2; time += 1)
      await call('POST', '/v1/events', { body: { events: [FIXTURE, CALL] } });
    const { events } = EventListView.parse((await call('GET', '/v1/events')).json);
    expect(events).toHaveLength(2);

    const [first] = events;
    expect((await call('DELETE', `/v1/events/${first?.eventId}`)).status).toBe(204);
    expect((await call('DELETE', `/v1/events/${first?.eventId}`)).status).toBe(404);
    expect((await call('GET', '/v1/events')).json.events).toHaveLength(1);
  });

  it.each([
    [{ title: 'Final\nAll clear (says un.example)' }, 'title', 'Final All clear (says un.example)'],
    [{ title: 'a \u202ehctam' }, 'title', 'a hctam'],
    [{ place: '\u2067Lahore\u2069\u0007' }, 'place', 'Lahore'],
  ])('keeps %j as a part of a line', async (said, field, kept) => {
    const { call } = openApi();
    const answer = await call('POST', '/v1/events', {
      body: { events: [{ ...FIXTURE, ...said }] },
    });

    expect(answer.json.events[0][field]).toBe(kept);
  });

  it.each([
    [{ statedBy: 'https://reuters.example@evil.example/a' }, 'events.0.statedBy', /user name/],
    [{ statedBy: 'https://evil.example\\@reuters.example' }, 'events.0.statedBy', /user name/],
    [{ statedBy: 'javascript:alert(1)' }, 'events.0.statedBy', /http/],
    [{ hashtags: ['#derby,'] }, 'events.0.hashtags.0', /without the punctuation/],
    [{ end: FIXTURE.start }, 'events.0.end', /after the start/],
    [{ title: '\u200f' }, 'events.0.title', />=1/],
    [{ start: '2024-11-20T08:00:00Z', end: null }, 'events.0.start', /within the last 400 days/],
  ])('refuses %j, and keeps nothing', async (said, field, detail) => {
    const { call } = openApi();
    const answer = await call('POST', '/v1/events', {
      body: { events: [{ ...FIXTURE, ...said }] },
    });

    expect(answer.status).toBe(400);
    expect(answer.json.errors[0].field).toBe(field);
    expect(answer.json.errors[0].detail).toMatch(detail);
    expect((await call('GET', '/v1/events')).json.events).toEqual([]);
  });

  it('answers for a span, and for no more than 92 days', async () => {
    const { call } = openApi();
    await call('POST', '/v1/events', { body: { events: [FIXTURE] } });
    const of = (from: string, to: string) => call('GET', `/v1/events?from=${from}&to=${to}`);

    expect((await of('2026-01-07T08:00:00Z', '2026-01-07T08:00:01Z')).json.events).toHaveLength(1);
    expect((await of('2026-01-01T00:00:00Z', '2026-01-07T08:00:00Z')).json.events).toEqual([]);
    expect(await of('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')).toMatchObject({
      status: 400,
      json: { detail: 'to: must be after from' },
    });
    expect(await of('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z')).toMatchObject({
      status: 400,
      json: { detail: 'to: must be at most 92 days after from' },
    });
  });

  it.each([
    [{ kind: 'party' }, 'events.0.kind'],
    [{ start: 'noon' }, 'events.0.start'],
    [{ start: '2026-01-07T13:00:00' }, 'events.0.start'],
    [{ end: '2026-01-07T07:00:00Z' }, 'events.0.end'],
    [{ hashtags: ['two words'] }, 'events.0.hashtags.0'],
    [{ title: 'x'.repeat(121) }, 'events.0.title'],
    [{ statedBy: 'a friend' }, 'events.0.statedBy'],
    [{ statedBy: 'javascript:alert(1)' }, 'events.0.statedBy'],
    [{ statedBy: undefined }, 'events.0.statedBy'],
    [{ speaker: 'somebody' }, 'speaker'],
  ])('refuses %j and says which field', async (wrong, field) => {
    const { call } = openApi();
    const answer = await call('POST', '/v1/events', {
      body: { events: [{ ...FIXTURE, ...wrong }] },
    });

    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json.errors)).toContain(field.split('.').at(-1));
    expect((await call('GET', '/v1/events')).json.events).toEqual([]);
  });
});

describe('a burst beside the calendar', () => {
  const startMs = NOW_MS - HOUR_MS + 240_000;
  const burst = (level: 'organic' | 'coordinated') =>
    aBurst({ burstId: `replay:harbour/${startMs}`, startMs, verdict: aVerdict({ level }) });
  const shown = async (level: 'organic' | 'coordinated', events: readonly unknown[]) => {
    const { call, ports } = openApi();
    await ports.bursts.save({ ...burst(level), version: 0 });
    if (events.length > 0) await call('POST', '/v1/events', { body: { events } });
    const id = encodeURIComponent(burst(level).burstId);
    return BurstView.parse((await call('GET', `/v1/bursts/${id}`)).json);
  };

  it('says what it began with, and leaves the verdict alone', async () => {
    const alone = await shown('organic', []);
    const { occasion, verdict } = await shown('organic', [FIXTURE]);

    expect(alone.occasion).toMatchObject({ near: [], openly: false, sentences: [] });
    expect(occasion.near).toMatchObject([
      { event: { title: FIXTURE.title }, afterSeconds: 240, tie: 'hashtag', usual: null },
    ]);
    expect(occasion.sentences).toEqual([
      'A known event may explain it: it began 4 min after the start of a match, “Harbour United v. Hill Rovers”, Harbour Ground (says league.example).',
    ]);
    expect(verdict).toEqual(alone.verdict);
  });

  it('says openly where a public call is on record', async () => {
    const { occasion, verdict } = await shown('coordinated', [CALL]);

    expect(occasion.openly).toBe(true);
    expect(occasion.sentences).toEqual([
      'Openly: a public call to post is on record, “Day of action” (says league.example).',
    ]);
    expect(verdict?.level).toBe('coordinated');
  });
});
