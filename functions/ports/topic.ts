import type { Message } from '../model/alert.ts';

/** Where alerts are published. Takes a message at least once; whoever listens drops a repeat by `alertId`. */
export interface Topic {
  /** Resolves when the topic has taken it. */
  publish(message: Message): Promise<void>;
}
