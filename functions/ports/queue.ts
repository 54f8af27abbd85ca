/** Where a step leaves work for the next. Nothing lives in a queue alone: what it holds can be found again from the tables. */
export interface Queue<Message> {
  /** Any number; sent in batches. */
  send(messages: readonly Message[]): Promise<void>;
}
