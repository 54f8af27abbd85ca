import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queue } from '../../ports/queue.ts';

/** Entries that SQS takes in one request. */
const BATCH = 10;

/** Messages as JSON. What SQS does not take is an error: the caller's own repeat sends it again. */
export function sqsQueue<Message>(client: SQSClient, queueUrl: string): Queue<Message> {
  return {
    async send(messages, delaySeconds = 0) {
      for (let start = 0; start < messages.length; start += BATCH) {
        const entries = messages.slice(start, start + BATCH).map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
          ...(delaySeconds > 0 && { DelaySeconds: delaySeconds }),
        }));
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
        );
        if (Failed.length > 0) {
          throw new Error(`queue refused ${Failed.length} of ${entries.length} messages`, {
            cause: Failed[0]?.Message,
          });
        }
      }
    },
  };
}
