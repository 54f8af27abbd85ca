import { AUTHORS } from './authors.ts';
import { NAMES } from './names.ts';

/** How the poll step reads. Not part of the detector: no verdict depends on the version of these. */
export const POLLING = {
  /** Newest posts read from a source in one poll; at one poll a minute, 5,000 a minute is far beyond a trend. */
  postsPerPoll: 5_000,
  /** Kept posts are looked for again at 1, 5 and 30 minutes, milliseconds. */
  lookAgesMs: [60_000, 5 * 60_000, 30 * 60_000],
  /** Where it costs nothing, at every poll until this old: 99 % of attack posts are gone by 5 min (FACTS). */
  lookOftenMs: 5 * 60_000,
  /** What was too much to be read is read later, until it is this old, milliseconds. */
  fillWithinMs: 30 * 60_000,
  /** With it one quiet bucket in 80 is suspected at the worst (docs/adr/0020-burst-mode.md). */
  suspectShare: 0.3,
  /** Half an hour: posts of a longer suspicion would be ordinary ones for the most part. */
  suspectMs: 30 * 60_000,
  suspectPollsMs: 15 * 60_000,
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
