import { PARTICIPANT_SKETCH_SIZE, type ParticipantSketch } from '../model/burst.ts';
import type { Post } from '../model/post.ts';

/**
 * Who took part, small enough to keep: the smallest pseudonyms. Two sketches hold the same accounts
 * of the stretch of pseudonyms that both reach, so they can be compared there without loss.
 *
 * @source Cohen & Kaplan (2007), PODC, 225-234: bottom-k sketches
 */
export function sketchParticipants(posts: readonly Post[]): ParticipantSketch {
  const { accounts, total } = allParticipants(posts);
  return { accounts: accounts.slice(0, PARTICIPANT_SKETCH_SIZE), total };
}

/** Everybody who took part, for files that are judged in one go: a sketch that leaves nobody out. */
export function allParticipants(posts: readonly Post[]): ParticipantSketch {
  const accounts = [...new Set(posts.map((post) => post.account))].sort();
  return { accounts, total: accounts.length };
}
