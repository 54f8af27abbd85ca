import { afterAll, beforeAll, expect, it } from 'vitest';
import { sqsQueue } from '../../../functions/adapters/sqs/queue.ts';
import { openQueueServer } from '../../support/queue-server.ts';

let queues: Awaited<ReturnType<typeof openQueueServer>>;
beforeAll(async () => {
  queues = await openQueueServer();
});
afterAll(() => queues.stop());

type Numbered = { readonly number: number; readonly hashtag: string };
const numbered = (count: number): Numbered[] =>
  Array.from({ length: count }, (_, number) => ({ number, hashtag: 'سیلاب' }));

it.each([0, 1, 10, 11, 25])('a queue takes %i messages, each once and whole', async (count) => {
  const name = `take-${count}`;
  queues.server.setup({ queues: [{ name }] });

  await sqsQueue<Numbered>(queues.sqs, queues.queueUrl(name)).send(numbered(count));

  const found = queues.bodiesIn(name).map((body) => JSON.parse(body) as Numbered);
  expect(found.sort((one, other) => one.number - other.number)).toEqual(numbered(count));
});

it('a queue that is not there is an error', async () => {
  const lost = sqsQueue<Numbered>(queues.sqs, queues.queueUrl('nowhere'));
  await expect(lost.send(numbered(1))).rejects.toThrow();
});

it('a message that the queue refuses is an error that says how many', async () => {
  queues.server.setup({ queues: [{ name: 'small', attributes: { MaximumMessageSize: '1024' } }] });
  const queue = sqsQueue<{ text: string }>(queues.sqs, queues.queueUrl('small'));

  const sending = queue.send([{ text: 'short' }, { text: 'x'.repeat(2000) }]);

  await expect(sending).rejects.toThrow('queue refused 1 of 2 messages');
});
