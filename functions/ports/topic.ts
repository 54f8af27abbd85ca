import type { AlertMessage } from '../model/alert.ts';

/** Where alerts are published. Takes an alert at least once; whoever listens drops a repeat by `alertId`. */
export interface Topic {
  /** Resolves when the topic has taken it. */
  publish(message: AlertMessage): Promise<void>;
}
