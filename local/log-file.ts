import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { LOG_CHANNEL, type LogRecord } from '../functions/adapters/log.ts';

/**
 * Keeps what the functions log, a JSON object a line, and shows each record to `onRecord`.
 *
 * @returns a function that ends it
 */
export function startLogFile(
  dir: string,
  onRecord: (record: LogRecord) => void,
): () => Promise<void> {
  const stream = createWriteStream(join(dir, 'log.jsonl'), { flags: 'a' });
  const listen = (message: unknown) => {
    const record = message as LogRecord;
    const { level, service, message: text, fields, error } = record;
    stream.write(
      `${JSON.stringify({ ...fields, level, service, message: text, ...told(error) })}\n`,
    );
    onRecord(record);
  };
  LOG_CHANNEL.subscribe(listen);
  return () => {
    LOG_CHANNEL.unsubscribe(listen);
    return new Promise((resolve) => stream.end(() => resolve()));
  };
}

function told(error: unknown): { error?: string } {
  if (error === undefined) return {};
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
