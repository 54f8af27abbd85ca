import { channel } from 'node:diagnostics_channel';
import { Logger } from '@aws-lambda-powertools/logger';

type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line of the log. Fields hold no text, handle or account id. */
export type LogRecord = {
  readonly level: 'info' | 'warn' | 'error';
  readonly service: string;
  readonly message: string;
  readonly fields: LogFields;
  readonly error?: unknown;
};

export interface Log {
  info(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
  error(message: string, fields: LogFields, error: unknown): void;
}

/** Who runs the functions embedded listens here; in Lambda nobody does, and lines go to the log group. */
export const LOG_CHANNEL = channel('turfwatch:log');

/** A function's log: structured lines in CloudWatch, records on `LOG_CHANNEL` when embedded. */
export function openLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  const write = (record: LogRecord) => {
    if (LOG_CHANNEL.hasSubscribers) LOG_CHANNEL.publish(record);
    else logger[record.level](record.message, { ...record.fields, ...errorField(record.error) });
  };
  return {
    info: (message, fields) => write({ level: 'info', service, message, fields }),
    warn: (message, fields) => write({ level: 'warn', service, message, fields }),
    error: (message, fields, error) => write({ level: 'error', service, message, fields, error }),
  };
}

function errorField(error: unknown): { error?: Error } {
  if (error === undefined) return {};
  return { error: error instanceof Error ? error : new Error(String(error)) };
}
