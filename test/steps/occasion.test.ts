import { describe, expect, it } from 'vitest';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryEventStore } from '../../functions/adapters/memory/event-store.ts';
import { InputError } from '../../functions/model/errors.ts';
import type { KnownEvent } from '../../functions/model/known-event.ts';
import type { VerdictLevel } from '../../functions/model/verdict.ts';
import { eventsBetween } from '../../functions/steps/events-between.ts';
import { keepEvents, removeEvent } from '../../functions/steps/keep-events.ts';
import { occasionOf } from '../../functions/steps/occasion-of.ts';
import { isOpenly, occasionWords } from '../../functions/steps/occasion-words.ts';
import { aBurst } from '../support/a-burst.ts';
import { aKnownEvent } from '../support/a-known-event.ts';
import { aVerdict } from '../support/a-verdict.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 1, 20, 12);

function open() {
  return { bursts: memoryBurstStore(), events: memoryEventStore() };
}

const burstAt = (startMs: number, level: VerdictLevel = 'coordinated') =>
  aBurst({ burstId: `replay:harbour/${startMs}`, startMs, verdict: aVerdict({ level }) });

describe('the calendar', () => {
  it('holds an event once, however often it is brought, and as it was brought last', async () => {
    const { events } = open();
    await keepEvents([aKnownEvent(), aKnownEvent()], events);
    await keepEvents([aKnownEvent({ openCall: true })], events);

    expect(await eventsBetween(0, NOON, events)).toEqual([aKnownEvent({ openCall: true })]);
  });

  it('gives those of a span in their order, over the borders of weeks', async () => {
    const { events } = open();
    const all = [0, 3, 9, 20].map((day) => aKnownEvent({ startMs: NOON + day * DAY_MS }));
    await keepEvents([...all].reverse(), events);

    expect(await eventsBetween(NOON, NOON + 20 * DAY_MS, events)).toEqual(all.slice(0, 3));
    expect(await eventsBetween(NOON + 1, NOON + 20 * DAY_MS + 1, events)).toEqual(all.slice(1));
  });

  it('forgets one by its id, and nothing else', async () => {
    const { events } = open();
    const [one, other] = [aKnownEvent(), aKnownEvent({ title: 'another' })];
    await keepEvents([one, other], events);

    expect(await removeEvent(one.eventId, events)).toBe(true);
    expect(await removeEvent(one.eventId, events)).toBe(false);
    expect(await removeEvent('no id at all', events)).toBe(false);
    expect(await eventsBetween(0, NOON, events)).toEqual([other]);
  });

  it('takes no more in a week than can be read with every burst', async () => {
    const { events } = open();
    const many = Array.from({ length: 501 }, (_, index) => aKnownEvent({ startMs: NOON + index }));
    await keepEvents(many.slice(1), events);

    await expect(keepEvents(many, events)).rejects.toThrow(InputError);
    await expect(keepEvents(many, events)).rejects.toThrow(/that of 2026-02-19 would hold 501/);
    const long = many.slice(0, 400).map((event) => ({ ...event, title: '力'.repeat(400) }));
    await expect(keepEvents(long, open().events)).rejects.toThrow(/350000 bytes/);
  });

  it('loses nothing to another writer', async () => {
    const { events } = open();
    const all = Array.from({ length: 6 }, (_, index) => aKnownEvent({ title: `match ${index}` }));
    await Promise.all(all.map((event) => keepEvents([event], events)));
    expect(await eventsBetween(0, NOON, events)).toHaveLength(6);
  });
});

describe('what the calendar says of a burst', () => {
  it('is nothing where it knows nothing', async () => {
    const ports = open();
    const occasion = await occasionOf(burstAt(NOON, 'organic'), ports);

    expect(occasion).toMatchObject({ near: [], openCall: null });
    expect(occasion.pattern.state).toBe('unmeasured');
    expect(occasionWords(occasion, 'organic')).toEqual([]);
  });

  it('explains an ordinary one', async () => {
    const ports = open();
    await keepEvents([aKnownEvent({ startMs: NOON - 4 * MINUTE_MS })], ports.events);

    const occasion = await occasionOf(burstAt(NOON, 'organic'), ports);

    expect(occasionWords(occasion, 'organic')).toEqual([
      'A known event may explain it: it began 4 min after the start of a match, “Harbour United v. Hill Rovers”, Harbour Ground (says league.example).',
    ]);
  });

  it('says openly only of what is coordinated, and only for its own hashtag', async () => {
    const call: Partial<KnownEvent> = {
      openCall: true,
      startMs: NOON,
      endMs: NOON + 3 * 3_600_000,
    };
    const said = async (some: Partial<KnownEvent>, level: VerdictLevel, startMs = NOON) => {
      const ports = open();
      await keepEvents([aKnownEvent({ ...call, ...some })], ports.events);
      return isOpenly(await occasionOf(burstAt(startMs, level), ports), level);
    };

    expect(await said({}, 'coordinated')).toBe(true);
    expect(await said({}, 'coordinated', NOON + 7_200_000)).toBe(true);
    expect(await said({}, 'coordinated', NOON + 4 * 3_600_000)).toBe(false);
    expect(await said({}, 'suspicious')).toBe(false);
    expect(await said({ openCall: false }, 'coordinated')).toBe(false);
    expect(await said({ hashtags: [] }, 'coordinated')).toBe(false);
    expect(await said({ hashtags: ['elsewhere'] }, 'coordinated')).toBe(false);
  });

  it('tells of a pattern over the last six coordinated bursts of the watch', async () => {
    const ports = open();
    const starts = [0, 1, 2, 3, 4, 5, 6].map(
      (index) => NOON - index * 3 * DAY_MS - index * 61 * MINUTE_MS,
    );
    for (const startMs of starts) await ports.bursts.save({ ...burstAt(startMs), version: 0 });
    await ports.bursts.save({ ...burstAt(NOON - DAY_MS, 'organic'), version: 0 });
    const broadcasts = starts
      .slice(0, 5)
      .map((startMs) =>
        aKnownEvent({ kind: 'broadcast', startMs: startMs - 9 * MINUTE_MS, hashtags: [] }),
      );
    const longAgo = aKnownEvent({ startMs: NOON - 60 * DAY_MS, hashtags: ['elsewhere'] });
    await keepEvents([longAgo, ...broadcasts], ports.events);

    const occasion = await occasionOf(burstAt(NOON), ports);

    expect(occasion.pattern).toMatchObject({ kind: 'broadcast', bursts: 6, near: 5, stands: true });
    expect(occasionWords(occasion, 'coordinated').at(-1)).toBe(
      '5 of the last 6 coordinated bursts of this hashtag began within 15 min after the start of a broadcast; by chance 0.2 would.',
    );
  });
});
