import { latelyUsed } from '../lately-used.ts';
import type { TagReading } from './tag-reading.ts';

/** Where readings of one server's timelines ended, so that the next can go on there: ids and times, no posts. */
export type Bookmarks = {
  note(reading: TagReading): void;
  /**
   * An id from which everything made before `toMs` is still to come.
   *
   * @param withinMs only of a reading that ended no later than this after `toMs`
   */
  at(asked: string, toMs: number, withinMs: number): string | undefined;
};

type Mark = { readonly coveredMs: number; readonly id: string };

const HASHTAGS = 100;
const OF_A_HASHTAG = 8;

export function bookmarks(): Bookmarks {
  const kept = latelyUsed<string, readonly Mark[]>(HASHTAGS);
  return {
    note({ asked, coveredMs, resumeId, open }) {
      if (!open || resumeId === undefined) return;
      const others = (kept.get(asked) ?? []).filter(({ id }) => id !== resumeId);
      kept.set(asked, [...others, { coveredMs, id: resumeId }].slice(-OF_A_HASHTAG));
    },
    at(asked, toMs, withinMs) {
      const fit = (kept.get(asked) ?? []).filter(
        ({ coveredMs }) => coveredMs + 1 >= toMs && coveredMs + 1 - toMs <= withinMs,
      );
      return fit.sort((a, b) => a.coveredMs - b.coveredMs)[0]?.id;
    },
  };
}
