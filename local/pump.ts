import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

export type BatchHandler = (event: SQSEvent) => Promise<SQSBatchResponse | unknown>;

/** A failed message comes back after this, instead of the whole visibility timeout. */
const RETRY_S = 1;
const LONG_POLL_S = 20;

/**
 * Feeds a queue's messages to a Lambda handler as the event source mapping would: in batches of
 * ten, deleting what was handled, returning what failed.
 *
 * @param onHandled called after each batch, and each time that a queue was asked in vain
 * @returns a function that ends it
 */
export function startPump(
  queueUrl: string,
  handler: BatchHandler,
  onHandled: () => void,
): () => Promise<void> {
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  const stopping = new AbortController();
  const done = pumpUntil(stopping.signal, client, queueUrl, handler, onHandled);
  return async () => {
    stopping.abort();
    await done;
    client.destroy();
  };
}

async function pumpUntil(
  signal: AbortSignal,
  client: SQSClient,
  queueUrl: string,
  handler: BatchHandler,
  onHandled: () => void,
): Promise<void> {
  while (!signal.aborted) {
    const messages = await receive(signal, client, queueUrl);
    if (messages.length > 0) {
      const failed = await handle(messages, queueUrl, handler);
      await settle(client, queueUrl, messages, failed);
    }
    // Also when nothing came: a message may just have been given up, and somebody waits for the last.
    onHandled();
  }
}

async function receive(
  signal: AbortSignal,
  client: SQSClient,
  queueUrl: string,
): Promise<readonly Message[]> {
  try {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: LONG_POLL_S,
        MessageSystemAttributeNames: ['All'],
      }),
      { abortSignal: signal, requestTimeout: (LONG_POLL_S + 10) * 1000 },
    );
    return Messages;
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
}

/** @returns ids of the messages that must come back */
async function handle(
  messages: readonly Message[],
  queueUrl: string,
  handler: BatchHandler,
): Promise<ReadonlySet<string>> {
  try {
    const answer = (await handler({ Records: messages.map((one) => toRecord(one, queueUrl)) })) as
      | SQSBatchResponse
      | undefined;
    return new Set(answer?.batchItemFailures.map((failure) => failure.itemIdentifier));
  } catch {
    // A handler that throws fails its whole batch, as in Lambda; it has logged why.
    return new Set(messages.map((message) => message.MessageId ?? ''));
  }
}

async function settle(
  client: SQSClient,
  queueUrl: string,
  messages: readonly Message[],
  failed: ReadonlySet<string>,
): Promise<void> {
  const entry = (message: Message, index: number) => ({
    Id: String(index),
    ReceiptHandle: message.ReceiptHandle,
  });
  const handled = messages.filter((message) => !failed.has(message.MessageId ?? ''));
  const returned = messages.filter((message) => failed.has(message.MessageId ?? ''));
  if (handled.length > 0) {
    await client.send(
      new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: handled.map(entry) }),
    );
  }
  if (returned.length > 0) {
    await client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: queueUrl,
        Entries: returned.map((message, index) => ({
          ...entry(message, index),
          VisibilityTimeout: RETRY_S,
        })),
      }),
    );
  }
}

function toRecord(message: Message, queueUrl: string): SQSRecord {
  const attributes = message.Attributes ?? {};
  return {
    messageId: message.MessageId ?? randomUUID(),
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: attributes.SentTimestamp ?? '0',
      SenderId: attributes.SenderId ?? 'embedded',
      ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: {},
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queueUrl.split('/').at(-1)}`,
    awsRegion: 'us-east-1',
  };
}
