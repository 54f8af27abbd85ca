import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';

type ErrorLog = {
  error(message: string, fields: Readonly<Record<string, string>>, error: unknown): void;
};

/**
 * Does the work of each message, all at once; one that fails returns to the queue alone.
 *
 * @param schema shape of a message's body
 */
export function eachRecord<Message>(
  schema: z.ZodType<Message>,
  work: (message: Message) => Promise<unknown>,
  log: ErrorLog,
) {
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const outcomes = await Promise.allSettled(
      event.Records.map(async ({ body }) => work(parseBody(schema, body))),
    );
    const failed = event.Records.filter((_, index) => outcomes[index]?.status === 'rejected');
    outcomes.forEach((outcome, index) => {
      if (outcome.status === 'fulfilled') return;
      const { messageId = '' } = event.Records[index] ?? {};
      log.error('message was not handled and returns to its queue', { messageId }, outcome.reason);
    });
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

/** Says which field is wrong, not what it held: a body may hold what no log should. */
function parseBody<Message>(schema: z.ZodType<Message>, body: string): Message {
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  throw new Error(`message is malformed\n${z.prettifyError(parsed.error)}`);
}

/** The parser's own error would quote the body. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('message is malformed: its body is required to be JSON');
  }
}
