import { InputError } from '../../model/errors.ts';
import type { Span } from '../../ports/source.ts';
import { type ApiClient, type ApiOptions, apiClient } from './api-client.ts';
import { bookmarks } from './bookmarks.ts';
import { readFurther, type TagReading, tagReading } from './tag-reading.ts';
import { haveTimedIds, idAt } from './timed-ids.ts';
import { timelineAccess } from './timeline-access.ts';

export type Question = Pick<Span, 'hashtag' | 'display' | 'toMs' | 'nowMs'>;

/** The timelines of hashtags on one server. */
export type Timeline = {
  readonly api: ApiClient;

  /**
   * Reads backwards from the newest post that was made before `toMs`, until `isDone` or the pages of
   * a question are spent. What was read for the same `nowMs` is not read again.
   *
   * @throws {SourceError}
   */
  read(question: Question, isDone: (reading: TagReading) => boolean): Promise<TagReading>;

  /** Whether ids tell times here; undefined before the first post was seen. */
  timed(): boolean | undefined;
};

export type TimelineOptions = ApiOptions & {
  /** Pages of 40 posts read for one question at most. @default USUAL_PAGES */
  readonly maxPages?: number;
};

/** A twelfth of a server's usual limit. */
export const USUAL_PAGES = 25;

/** A question about a time nearer than this begins with the newest post. */
const RECENT_MS = 60_000;

/** Counts, posts and the deletion check of one poll reach over much the same time. */
const SAME_POLL_MS = 600_000;

/** Readings of one time: a batch of polls at most, of one to three readings each, for they hold texts. */
const MOST_KEPT = 30;

/** Pages that are read for nothing, rather than begin anew in the middle. */
const FEW_PAGES = 3;

/** Ids and declared times lie a few milliseconds apart, seldom more. */
const APART_MS = 2_000;

export function timeline(server: string, options: TimelineOptions = {}): Timeline {
  const { maxPages = USUAL_PAGES } = options;
  const api = apiClient(server, options);
  const requireAccess = timelineAccess(api);
  const marks = bookmarks();
  let timed: boolean | undefined;
  let kept: readonly TagReading[] = [];

  async function go(reading: TagReading, isDone: (reading: TagReading) => boolean) {
    try {
      while (mayGoOn(reading) && !isDone(reading)) {
        await readFurther(reading, api);
        if (reading.posts.size > 0) timed ??= haveTimedIds([...reading.posts.values()]);
      }
    } finally {
      marks.note(reading);
    }
    return reading;
  }

  /** A doubt is settled in any case: where it is the end, no further question would come this far. */
  function mayGoOn({ open, pages, doubtedId }: TagReading): boolean {
    return open && (pages < maxPages || doubtedId !== undefined);
  }

  function keep(reading: TagReading): TagReading {
    kept = [...kept.filter(({ nowMs }) => nowMs === reading.nowMs), reading].slice(-MOST_KEPT);
    return reading;
  }

  async function readingBefore(question: Question): Promise<TagReading> {
    const { hashtag, display = hashtag, toMs, nowMs } = question;
    const known = kept.filter((one) => one.asked === display && one.nowMs === nowMs);
    const holding = known.find((one) => holds(one, toMs));
    if (holding !== undefined) return holding;
    const newest = known.find(isFromNewest) ?? keep(tagReading(question));
    if (newest.pages === 0 && toMs > nowMs - RECENT_MS) return newest;
    await go(newest, ({ pages }) => pages > 0);
    if (holds(newest, toMs) || pagesTo(toMs, newest) < mostPagesTo(toMs, newest)) return newest;
    return startBefore(newest, question);
  }

  /** What is read on the way to a time may be wanted too, by other questions of the same poll. */
  function mostPagesTo(toMs: number, { nowMs, pages }: TagReading): number {
    const left = maxPages - pages;
    return toMs > nowMs - SAME_POLL_MS ? left : Math.min(left, FEW_PAGES);
  }

  /** From where a question ended shortly after that time, or from its id, or else from the newest post. */
  function startBefore(newest: TagReading, question: Question): TagReading {
    const { toMs } = question;
    const keepsPlace = timed === true;
    const mark = marks.at(newest.asked, toMs, timed ? RECENT_MS : Number.POSITIVE_INFINITY);
    const maxId = mark ?? (timed ? idAt(toMs + APART_MS) : undefined);
    if (maxId === undefined) return newest;
    return keep(tagReading(question, { maxId, beganMs: toMs, keepsPlace }));
  }

  return {
    api,
    timed: () => timed,
    async read(question, isDone) {
      if (question.hashtag === '') throw new InputError('mastodon source requires a hashtag');
      await requireAccess(question.nowMs);
      return go(await readingBefore(question), isDone);
    },
  };
}

function isFromNewest({ beganMs }: TagReading): boolean {
  return beganMs === Number.POSITIVE_INFINITY;
}

/** Whether it holds some of what was made before that time, or never will. */
function holds({ beganMs, coveredMs, open, pages }: TagReading, toMs: number): boolean {
  return pages > 0 && beganMs >= toMs && (coveredMs < toMs - 1 || !open);
}

/** Pages still to be read before that time is reached, if they go on as they were so far. */
function pagesTo(toMs: number, { nowMs, coveredMs, pages, open }: TagReading): number {
  if (!open) return Number.POSITIVE_INFINITY;
  return (Math.max(0, coveredMs - toMs) * pages) / Math.max(1, nowMs - coveredMs);
}
