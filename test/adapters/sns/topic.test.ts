import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snsTopic } from '../../../functions/adapters/sns/topic.ts';
import { AlertNotification } from '../../../functions/handlers/alert-notification.ts';
import type { Message } from '../../../functions/model/alert.ts';
import { aSurge } from '../../support/a-surge.ts';
import { anAlert } from '../../support/an-alert.ts';
import { openQueueServer } from '../../support/queue-server.ts';

const MOST_BYTES = 262_144;

let queues: Awaited<ReturnType<typeof openQueueServer>>;
beforeAll(async () => {
  queues = await openQueueServer();
  queues.server.setup({
    queues: [{ name: 'everything' }, { name: 'coordinated' }],
    topics: [{ name: 'alerts' }],
    subscriptions: [
      { topic: 'alerts', queue: 'everything' },
      {
        topic: 'alerts',
        queue: 'coordinated',
        attributes: { FilterPolicy: JSON.stringify({ level: ['coordinated'] }) },
      },
    ],
  });
});
afterAll(() => queues.stop());

async function published(alert: Message): Promise<AlertNotification> {
  await snsTopic(queues.sns, queues.topicArn('alerts')).publish(alert);
  const found = queues
    .bodiesIn('everything')
    .map((body) => AlertNotification.parse(JSON.parse(body)))
    .find((one) => one.MessageAttributes.alert.Value.alertId === alert.alertId);
  if (found === undefined) throw new Error('the subscriber must have got the alert');
  return found;
}

describe('an alert that was published', () => {
  it('reaches a subscriber as text for people and as the same alert for programs', async () => {
    const alert = anAlert({ alertId: 'one#coordinated', hashtag: 'سیلاب' });

    const { Subject, Message: text, MessageAttributes } = await published(alert);

    expect(Subject).toBe('Turfwatch: coordinated burst of a hashtag on replay');
    expect(text).toContain('Coordinated burst: \u2068#سیلاب\u2069 on replay');
    expect(MessageAttributes.alert.Value).toEqual(alert);
  });

  it('that is a surge reaches him too, and those who want only coordinated bursts not', async () => {
    const surge = aSurge();

    const { Subject, Message: text, MessageAttributes } = await published(surge);

    expect(Subject).toContain('812 of 1,000 hashtags');
    expect(text).toContain('This says nothing of coordination.');
    expect(MessageAttributes.alert.Value).toEqual(surge);
    expect(queues.bodiesIn('coordinated').join()).not.toContain(surge.alertId);
  });

  it('can be filtered by its level', async () => {
    await published(anAlert({ alertId: 'two#suspicious', level: 'suspicious' }));
    await published(anAlert({ alertId: 'three#coordinated' }));

    const got = queues.bodiesIn('coordinated').join();

    expect(got).toContain('three#coordinated');
    expect(got).not.toContain('two#suspicious');
  });

  it('names burst, source and hashtag for other filters', async () => {
    await published(anAlert({ alertId: 'four#coordinated', source: 'mastodon (a.example)' }));
    const body = queues.bodiesIn('everything').find((one) => one.includes('four#coordinated'));
    const attributes = JSON.parse(body ?? '').MessageAttributes;

    expect(attributes.source.Value).toBe('mastodon (a.example)');
    expect(attributes.hashtag.Value).toBe('harbour');
    expect(attributes.burstId.Value).toBe(anAlert().burstId);
  });

  it('stays within 256 KB, on its way into a queue too, with 200 reasons and a hashtag of 200 letters', async () => {
    const hashtag = '𐐷'.repeat(200);
    const alert = anAlert({
      alertId: `replay:${hashtag}/1#coordinated`,
      burstId: `replay:${hashtag}/1`,
      hashtag,
      reasons: Array.from({ length: 200 }, (_, index) => `${index} ${'reason '.repeat(30)}`),
    });

    await published(alert);

    const body = queues.bodiesIn('everything').find((one) => one.includes(hashtag)) ?? '';
    expect(Buffer.byteLength(body)).toBeGreaterThan(50_000);
    expect(Buffer.byteLength(body)).toBeLessThan(MOST_BYTES);
  });
});

it('a topic that is not there is an error', async () => {
  const lost = snsTopic(queues.sns, queues.topicArn('nowhere'));
  await expect(lost.publish(anAlert())).rejects.toThrow();
});
