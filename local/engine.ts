import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { createTables } from '../functions/adapters/dynamodb/create-tables.ts';
import { TABLES } from '../functions/settings/tables.ts';
import { closeIterators } from './close-iterators.ts';

/** Queues of the monitor, each with a dead-letter queue as in the cloud. */
const QUEUES = ['polls', 'assess', 'publish', 'slack', 'email'] as const;
type QueueName = (typeof QUEUES)[number];

const TOPIC = 'alerts';
const MAX_RECEIVE_COUNT = 5;
const VISIBILITY_S = 120;
const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

export type Engine = {
  readonly queueUrl: (name: QueueName) => string;
  /** Messages that wait or are being worked on; those of later, and dead letters, apart. */
  readonly pending: () => number;
  /** Messages that were given up after repeated failures. */
  readonly deadLetters: () => number;
  stop(): Promise<void>;
};

/**
 * Starts the database on disk under `dataDir`, and queues and topic in memory, all on loopback;
 * and points the environment of this process at them. What a stop leaves in the queues is found
 * again from the tables.
 */
export async function startEngine(dataDir: string): Promise<Engine> {
  await mkdir(dataDir, { recursive: true });
  const [database, queues] = await Promise.all([
    startDatabase(join(dataDir, 'tables')),
    startFauxqs({ port: 0, logger: false, host: '127.0.0.1' }),
  ]);
  const queueUrl = (name: QueueName) => `http://127.0.0.1:${queues.port}/${ACCOUNT}/${name}`;
  setUpQueues(queues);
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'embedded',
    AWS_SECRET_ACCESS_KEY: 'embedded',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${database.port}`,
    AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${queues.port}`,
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${queues.port}`,
    ALERT_TOPIC_ARN: `arn:aws:sns:${REGION}:${ACCOUNT}:${TOPIC}`,
    POLLS_QUEUE_URL: queueUrl('polls'),
    ASSESS_QUEUE_URL: queueUrl('assess'),
    PUBLISH_QUEUE_URL: queueUrl('publish'),
    ...Object.fromEntries(
      Object.keys(TABLES).map((name) => [`${name.toUpperCase()}_TABLE`, `turfwatch-${name}`]),
    ),
  });
  await createTables(new DynamoDBClient({}), TABLES, 'turfwatch-');
  return {
    queueUrl,
    pending: () => QUEUES.reduce((sum, name) => sum + messagesIn(queues, name), 0),
    deadLetters: () => QUEUES.reduce((sum, name) => sum + messagesIn(queues, `${name}-dead`), 0),
    async stop() {
      await queues.stop();
      await database.stop();
    },
  };
}

async function startDatabase(path: string) {
  closeIterators();
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections?.();
        server.close(() => resolve());
      }),
  };
}

function setUpQueues(server: FauxqsServer): void {
  server.setup({
    queues: QUEUES.flatMap((name) => [
      { name: `${name}-dead` },
      {
        name,
        attributes: {
          VisibilityTimeout: String(VISIBILITY_S),
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}-dead`,
            maxReceiveCount: String(MAX_RECEIVE_COUNT),
          }),
        },
      },
    ]),
    topics: [{ name: TOPIC }],
    subscriptions: [
      { topic: TOPIC, queue: 'slack' },
      { topic: TOPIC, queue: 'email' },
    ],
  });
}

function messagesIn(server: FauxqsServer, name: string): number {
  const messages = server.inspectQueue(name)?.messages;
  if (messages === undefined) return 0;
  return messages.ready.length + messages.inflight.length;
}
