/** One calendar month (UTC) of what a paid credential costs. */
export type SpendMonth = {
  /** Name of the shared budget, no secret in it: `x:app`. */
  readonly credential: string;
  /** `2026-11` */
  readonly month: string;
};

/**
 * Keeps what paid requests cost, for all that share a credential. Amounts are whole millionths of a
 * US dollar. What was reserved by a process that died stays counted: too much rather than too little.
 */
export interface SpendStore {
  /**
   * Counts `amount` as spent, in one atomic step, if the month then comes to no more than `most`.
   *
   * @returns whether it was counted
   */
  reserve(of: SpendMonth, amount: number, most: number): Promise<boolean>;

  /** Corrects a reservation to what the request came to: the difference, negative where it cost less. */
  settle(of: SpendMonth, difference: number): Promise<void>;

  /** What the month has cost so far, with what is reserved; 0 where nothing is. Strongly consistent. */
  spent(of: SpendMonth): Promise<number>;
}
