import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlertNotification } from '../../functions/handlers/alert-notification.ts';
import {
  AssessDueMessage,
  PollDueMessage,
  PublishDueMessage,
} from '../../functions/handlers/message-schemas.ts';
import { publishOrSweep } from '../../functions/handlers/publish-or-sweep.ts';
import { scheduled } from '../../functions/handlers/scheduled.ts';
import { INTERVAL_MINUTES, SOURCES, type Watch } from '../../functions/model/watch.ts';
import { aWatch } from '../support/a-watch.ts';
import { anAlert } from '../support/an-alert.ts';
import { anSqsEvent } from '../support/an-sqs-event.ts';

const time = fc.nat(4_000_000_000_000);
const required: fc.Arbitrary<Watch> = fc.record({
  watchId: fc.string({ minLength: 1 }),
  source: fc.constantFrom(...SOURCES),
  place: fc.option(fc.string()),
  hashtag: fc.string({ unit: 'grapheme', minLength: 1 }),
  intervalMinutes: fc.constantFrom(...INTERVAL_MINUTES),
  phaseMinutes: fc.nat(59),
  state: fc.constantFrom('active', 'bursting', 'paused'),
  health: fc.oneof(
    fc.constant({ state: 'ok' } as const),
    fc.record({ state: fc.constant('stale' as const), reason: fc.string(), sinceMs: time }),
  ),
  createdMs: time,
  version: fc.nat(),
});
const anyWatch: fc.Arbitrary<Watch> = fc.oneof(
  required,
  fc
    .tuple(required, fc.string({ minLength: 1 }), time, time)
    .map(([watch, list, untilMs, judgeFromMs]) => ({
      ...watch,
      origin: { kind: 'discovered' as const, list, untilMs, judgeFromMs },
    })),
  fc
    .tuple(required, fc.string({ unit: 'grapheme', minLength: 1 }))
    .map(([watch, display]) => ({ ...watch, display })),
);

const throughQueue = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('messages between the steps', () => {
  it('come out of a queue as they went in', () => {
    fc.assert(
      fc.property(anyWatch, time, (watch, atMs) => {
        const due = { watch, atMs };
        expect(PollDueMessage.parse(throughQueue(due))).toEqual(due);
      }),
    );
    const burst = { kind: 'burst', burstId: 'replay:harbour/1', atMs: 5 };
    const check = { kind: 'check', checkId: 'c', atMs: 5 };
    expect(AssessDueMessage.parse(throughQueue(burst))).toEqual(burst);
    expect(AssessDueMessage.parse(throughQueue(check))).toEqual(check);
    for (const due of [
      { burstId: 'b', atMs: 0 },
      { surgeOf: 'mastodon@one.example', atMs: 0 },
    ])
      expect(PublishDueMessage.parse(throughQueue(due))).toEqual(due);
  });

  it.each([
    ['an interval that no slot has', { watch: aWatch({ intervalMinutes: 7 as 5 }), atMs: 1 }],
    [
      'a source that we do not know',
      { watch: aWatch({ source: 'elsewhere' as 'replay' }), atMs: 1 },
    ],
    ['a time before 1970', { watch: aWatch(), atMs: -1 }],
    ['no hashtag', { watch: aWatch({ hashtag: '' }), atMs: 1 }],
  ])('are refused with %s', (_, due) => {
    expect(PollDueMessage.safeParse(due).success).toBe(false);
  });

  it('are refused with the id of another kind', () => {
    expect(AssessDueMessage.safeParse({ kind: 'check', burstId: 'b', atMs: 1 }).success).toBe(
      false,
    );
  });
});

describe('a tick of the schedule', () => {
  it.each([
    ['2026-11-21T10:05:00Z', Date.UTC(2026, 10, 21, 10, 5)],
    ['2026-11-21T12:05:00+02:00', Date.UTC(2026, 10, 21, 10, 5)],
  ])('works at the time that it carries, %s', async (at, atMs) => {
    expect(await scheduled(async (ms) => ms)({ time: at, more: 'x' })).toBe(atMs);
  });

  it.each([{}, { time: 'noon' }, { time: 5 }, null])('is refused as %j', async (event) => {
    await expect(scheduled(async (ms) => ms)(event)).rejects.toThrow();
  });
});

describe('the two callers of publish', () => {
  const handler = publishOrSweep(
    async (event) => ({
      batchItemFailures: event.Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
    }),
    async (event) => ({ swept: event }),
  );

  it('are told apart by what they bring', async () => {
    expect(await handler(anSqsEvent('x'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }],
    });
    expect(await handler({ time: 't' })).toEqual({ swept: { time: 't' } });
    expect(await handler(null)).toEqual({ swept: null });
  });
});

describe('an alert in a notification', () => {
  const notification = (alert: string) => ({
    Subject: 's',
    Message: 'm',
    MessageAttributes: { alert: { Type: 'String', Value: alert }, level: { Value: 'x' } },
  });

  it('is the alert that was published', () => {
    const alert = anAlert();
    const parsed = AlertNotification.parse(notification(JSON.stringify(alert)));
    expect(parsed.MessageAttributes.alert.Value).toEqual(alert);
  });

  it.each([
    ['no JSON', 'private {', ['MessageAttributes', 'alert', 'Value']],
    [
      'no reasons',
      JSON.stringify({ ...anAlert(), reasons: 'private' }),
      ['MessageAttributes', 'alert', 'Value', 'reasons'],
    ],
  ])('is refused with %s, by the path of the field', (_, text, path) => {
    const { error } = AlertNotification.safeParse(notification(text));
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
    expect(error?.message).not.toContain('private');
  });
});
