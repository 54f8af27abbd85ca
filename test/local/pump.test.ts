import { EventEmitter, once } from 'node:events';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPump } from '../../local/pump.ts';
import { openQueueServer } from '../support/queue-server.ts';

let queues: Awaited<ReturnType<typeof openQueueServer>>;
beforeEach(async () => {
  queues = await openQueueServer();
  queues.server.setup({
    queues: [
      { name: 'work-dead' },
      {
        name: 'work',
        attributes: {
          VisibilityTimeout: '120',
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:work-dead',
            maxReceiveCount: '5',
          }),
        },
      },
    ],
  });
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', `http://127.0.0.1:${queues.server.port}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await queues.stop();
});

function held(name: string): number {
  const messages = queues.server.inspectQueue(name)?.messages;
  if (messages === undefined) throw new Error(`${name} must be a queue`);
  return messages.ready.length + messages.delayed.length + messages.inflight.length;
}

/** Pumps until the queue holds nothing, as the runtime waits for it. */
async function drain(handler: (event: SQSEvent) => Promise<unknown>): Promise<void> {
  const progress = new EventEmitter();
  const stop = startPump(queues.queueUrl('work'), handler, () => progress.emit('handled'));
  while (held('work') > 0) await once(progress, 'handled');
  await stop();
}

describe('a pump', () => {
  it('hands over every message once, in batches of at most ten, in the shape of the event source', async () => {
    for (let number = 0; number < 23; number += 1) {
      queues.server.sendMessage('work', String(number));
    }
    const batches: SQSEvent[] = [];
    await drain(async (event) => void batches.push(event));

    const bodies = batches.flatMap(({ Records }) => Records.map(({ body }) => body));
    expect(bodies.sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 23 }, (_, number) => String(number)),
    );
    for (const { Records } of batches) expect(Records.length).toBeLessThanOrEqual(10);
    expect(batches[0]?.Records[0]).toMatchObject({
      messageId: expect.stringMatching(/./),
      receiptHandle: expect.stringMatching(/./),
      attributes: { ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:work',
    });
    expect(held('work-dead')).toBe(0);
  });

  it('brings a failed message back alone, and not those that were handled', async () => {
    queues.server.sendMessage('work', 'good');
    queues.server.sendMessage('work', 'bad at first');
    const seen: string[] = [];
    await drain(async ({ Records }) => {
      const again = seen.length > 0;
      seen.push(...Records.map(({ body }) => body));
      const failed = again ? [] : Records.filter(({ body }) => body !== 'good');
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });

    expect(seen.sort()).toEqual(['bad at first', 'bad at first', 'good']);
    expect(held('work-dead')).toBe(0);
  });

  it('gives a message up after five tries, and whoever waits for the queue hears of it', async () => {
    queues.server.sendMessage('work', 'poison');
    const tries: string[] = [];
    await drain(async ({ Records }) => {
      tries.push(...Records.map(({ attributes }) => attributes.ApproximateReceiveCount));
      throw new Error('a handler that throws fails its whole batch');
    });

    expect(tries).toEqual(['1', '2', '3', '4', '5']);
    expect(held('work-dead')).toBe(1);
  }, 60_000);

  it('ends at once while it waits for messages', async () => {
    const stop = startPump(
      queues.queueUrl('work'),
      async () => undefined,
      () => undefined,
    );
    await stop();
    queues.server.sendMessage('work', 'later');
    expect(held('work')).toBe(1);
  });
});
