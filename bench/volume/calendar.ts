export const DAYS = 90;

/** Bursts, holidays and outages come when two weeks are known. */
export const FIRST_DAY_OF_TRIALS = 14;

export const DAYS_A_MONTH = 30;
export const POLL_MINUTES = 5;
export const POLL_MS = POLL_MINUTES * 60_000;

/** A Monday. */
export const FIRST_MS = Date.UTC(2026, 0, 5);
