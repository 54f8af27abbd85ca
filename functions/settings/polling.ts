import { AUTHORS } from './authors.ts';
import { NAMES } from './names.ts';

/** How the poll step reads. Not part of the detector: no verdict depends on the version of these. */
export const POLLING = {
  /** Newest posts read from a source in one poll; at one poll a minute, 5,000 a minute is far beyond a trend. */
  postsPerPoll: 5_000,
  /** Seen posts are looked for again until this old, milliseconds: 99 % of attack posts are gone by 5 min (FACTS). */
  recheckMs: 20 * 60_000,
  /** Each poll reads this far back again, milliseconds: federated posts arrive late. */
  overlapMs: 2 * 60_000,
  /** What names of authors are compared with at the door. */
  names: NAMES,
  /** Newest posts of a day that are read for their authors: five pages of Mastodon. */
  postsADay: 200,
  memory: AUTHORS,
  /** A question of Mastodon's past is some 30 requests, of usually 300 that a server grants in five minutes. */
  pastQuestions: 2,
  /** Two hours: a baseline that begins with nothing would not see a burst for as long. */
  pastPatienceMs: 2 * 3_600_000,
} as const;
