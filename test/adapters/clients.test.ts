import { afterEach, expect, it, vi } from 'vitest';
import { openQueues, openTables } from '../../functions/adapters/clients.ts';
import { sqsQueue } from '../../functions/adapters/sqs/queue.ts';
import { openQueueServer } from '../support/queue-server.ts';

afterEach(() => vi.unstubAllEnvs());

it('queues are asked at the endpoint of the environment, whatever host their address names', async () => {
  const queues = await openQueueServer();
  queues.server.setup({ queues: [{ name: 'here' }] });
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', `http://127.0.0.1:${queues.server.port}`);
  const client = openQueues();

  await sqsQueue(client, 'http://elsewhere.example/000000000000/here').send([{ a: 1 }]);

  expect(queues.bodiesIn('here')).toEqual(['{"a":1}']);
  client.destroy();
  await queues.stop();
});

it('tables take items whose optional attributes are absent', () => {
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const { translateConfig } = openTables().config as {
    translateConfig?: { marshallOptions?: { removeUndefinedValues?: boolean } };
  };
  expect(translateConfig?.marshallOptions?.removeUndefinedValues).toBe(true);
});
