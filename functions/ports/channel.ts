import type { Message } from '../model/alert.ts';

/** One place where people read alerts, such as a Slack channel. */
export interface Channel {
  /** @throws {SourceError} `retryable` if it may be tried again */
  deliver(message: Message): Promise<void>;
}
