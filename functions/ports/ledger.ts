/** A period of the network's own, in which it grants so many requests. */
export type AllowanceWindow = {
  readonly openedMs: number;
  /** When the network counts anew. Names the window: no two of an allowance end together. */
  readonly endsMs: number;
  readonly windowMs: number;
  /** Requests that the network grants in it. */
  readonly limit: number;
  /** The network's windows follow one another without a break; otherwise one begins with a first request. */
  readonly aligned: boolean;
};

export type Allowance = {
  readonly window: AllowanceWindow;
  /** Requests that nobody has drawn; below 0 where more were asked for than there were. */
  readonly left: number;
  /** Requests drawn so near the window's end that the network may count them in the next. */
  readonly late: number;
};

/** Failures of a server in a row. */
export type Breaker = {
  readonly failures: number;
  /** Of the first of the row. */
  readonly sinceMs: number;
  /** Nobody asks before. */
  readonly untilMs: number;
};

/** What all that ask with one credential know together. */
export type LedgerEntry = {
  /** By the name of the allowance. */
  readonly allowances: Readonly<Record<string, Allowance>>;
  /** By host; one that did not fail last is not there. */
  readonly breakers: Readonly<Record<string, Breaker>>;
};

export type Draw = {
  readonly allowance: string;
  /** Negative gives back. */
  readonly requests: number;
  /** Requests of these that are drawn late. */
  readonly late: number;
  /** Only from the window that ends so; from the one that stands if absent. */
  readonly endsMs?: number;
};

export type WindowChange = {
  readonly window: AllowanceWindow;
  /** What is left, none of it drawn late. Where it is absent, what was drawn stays drawn; 0 in a first window. */
  readonly left?: number;
  /** End of the window to replace; absent: only where there is none. */
  readonly seenEndsMs?: number;
};

/**
 * Shares the allowances of credentials and the failures of servers among all that ask at the same time.
 * A credential's name holds no secret. What nobody touched for a month may be forgotten.
 */
export interface Ledger {
  /** Empty for an unknown credential. May be up to a second old. */
  read(credential: string): Promise<LedgerEntry>;

  /**
   * Draws at once, also below zero: of what was drawn, only what lies above zero is the drawer's own.
   *
   * @returns the entry after it; undefined if there is no such window
   */
  draw(credential: string, draw: Draw): Promise<LedgerEntry | undefined>;

  /**
   * Puts a window in the place of the one that was seen.
   *
   * @returns the entry after it; undefined if another window stands
   */
  replaceWindow(
    credential: string,
    allowance: string,
    change: WindowChange,
  ): Promise<LedgerEntry | undefined>;

  /** Leaves at most `left` in the window that ends so; changes nothing if there is less, or another window. */
  lower(credential: string, allowance: string, left: number, endsMs: number): Promise<void>;

  /**
   * Notes failures, or with `next` undefined that the server answers again.
   *
   * @returns whether the breaker was as `seen` (undefined: not there); if not, nothing was changed
   */
  setBreaker(
    credential: string,
    host: string,
    next: Breaker | undefined,
    seen: Breaker | undefined,
  ): Promise<boolean>;
}
