/** Remembers which alert went out on which channel, so that a message delivered twice is shown once. */
export interface DeliveryLog {
  has(alertId: string, channel: string): Promise<boolean>;
  /** Repeating it changes nothing. */
  note(alertId: string, channel: string, atMs: number): Promise<void>;
}
