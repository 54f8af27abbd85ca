/** Where a step leaves work for the next. Nothing lives in a queue alone: what it holds can be found again from the tables. */
export interface Queue<Message> {
  /** Any number; sent in batches. @param delaySeconds before they can be taken, at most 900. @default 0 */
  send(messages: readonly Message[], delaySeconds?: number): Promise<void>;
}
