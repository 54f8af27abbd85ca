import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { poissonSurprise } from '../stats/poisson-surprise.ts';
import { firstTimes } from './first-times.ts';
import { isPickedByMoment } from './picked-by-moment.ts';
import type { PostTable } from './post-table.ts';
import { type SharedMoments, sharedMoments, withoutFullest } from './shared-moments.ts';

export type VolleySettings = {
  /** Two accounts share a moment if they post in the same cell of this length, milliseconds. */
  readonly cellMs: number;
  /** Cells in the window within which a post could as well have come at any other moment. */
  readonly cells: number;
  /** Accounts in a cell from which on it is a volley. */
  readonly volleyAccounts: number;
  /** Accounts with a finely timed post below which nothing is said. */
  readonly minAccounts: number;
  /** Tests in this family: a chance finding in any costs all. */
  readonly members: number;
};

/** Times that are multiples of this are rounded: they say nothing finer. Of true ones 1 in 100 is. */
const ROUND_MS = 100;

/**
 * Do many accounts post within the same hundredths of a second, volley after volley? A cue brings
 * people together within seconds; within 20 ms only a machine that posts for many accounts does.
 *
 * One post an account, its first. Given how many accounts a window of half a second holds, each
 * could have posted in any of its cells; the fullest window is set aside, because a network that
 * was held up lets go all at once.
 *
 * @returns `effect` is the share of all accounts that share a moment beyond chance, 0 to 1
 * @source docs/signals/volleys.md: open Turkish attacks
 */
export function measureVolleys(table: PostTable, settings: VolleySettings): Evidence {
  const times = [...firstTimes(table)].filter((time) => time % ROUND_MS !== 0);
  if (times.length < settings.minAccounts) {
    return unmeasured(
      'volleys',
      `${times.length} of ${settings.minAccounts} accounts with posts timed finer than ${ROUND_MS} ms`,
    );
  }
  if (isPickedByMoment(times)) {
    return unmeasured(
      'volleys',
      'nearly all posts fall into one tenth of the second: the source seems to pick them so',
    );
  }
  // The first and the last window may be cut off by the data: what is missing of them is not empty.
  const whole = sharedMoments(times, settings).slice(1, -1);
  return volleysOf(withoutFullest(whole), times.length, table, settings);
}

function volleysOf(
  windows: readonly SharedMoments[],
  timed: number,
  table: PostTable,
  { cellMs, members }: VolleySettings,
): Evidence {
  const sumOf = (key: keyof SharedMoments) => windows.reduce((sum, one) => sum + one[key], 0);
  const shared = sumOf('shared');
  const expected = sumOf('expected');
  return measured(
    'volleys',
    Math.max(0, poissonSurprise(shared, expected) - Math.log10(members)),
    Math.max(0, shared - expected) / table.accounts.length,
    sumOf('volleyAccounts'),
    {
      milliseconds: cellMs,
      shared,
      expected,
      volleys: sumOf('volleys'),
      largest: windows.reduce((most, { largest }) => Math.max(most, largest), 0),
      timed,
      of: table.accounts.length,
    },
  );
}
