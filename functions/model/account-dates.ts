/** What an account date of a source is worth: the moment, its day (UTC), or what the account says of itself. */
export type AccountDates = 'exact' | 'day' | 'self-declared';

const NOT_EXACT: Readonly<Record<string, AccountDates>> = {
  mastodon: 'day',
  bluesky: 'self-declared',
};

/** How far account dates can be trusted of a source that we read ourselves: Bluesky's directory tells the moment. */
export function liveAccountDatesOf(source: string): AccountDates {
  return source === 'bluesky' ? 'exact' : accountDatesOf(source);
}

/** How far account dates in files that came from a source can be trusted. */
export function accountDatesOf(source: string): AccountDates {
  return NOT_EXACT[source] ?? 'exact';
}

/** Dates are cut to a day, in zones that nobody tells. */
const DAY_MS = 86_400_000;

/** A date that cannot be is not known: of many accounts the same one would look like a batch. */
export function plausibleDate(madeMs: number | null, postedMs: number): number | null {
  return madeMs !== null && madeMs > 0 && madeMs <= postedMs + DAY_MS ? madeMs : null;
}
