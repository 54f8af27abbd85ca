import type { SQSEvent } from 'aws-lambda';
import { millisecondsInHour } from 'date-fns/constants';
import type { BatchHandler } from './pump.ts';

/** A watch that had nothing to see is polled again after this at the latest, well within what the replay remembers. */
const LONGEST_WAIT_MS = 12 * millisecondsInHour;

type PollBody = {
  readonly watch: { readonly watchId: string; readonly hashtag: string; readonly state: string };
  readonly atMs: number;
};

/**
 * Keeps from the poll function what could not change anything: polls of quiet replay watches whose
 * files hold neither a new post nor a deletion since the watch was polled last. The step itself
 * would find only empty buckets and leave them for later.
 */
export function onlyWithNews(
  handler: BatchHandler,
  nextEventMs: (afterMs: number, hashtag: string) => number | undefined,
): BatchHandler {
  const polledMs = new Map<string, number>();
  const hasNews = ({ watch, atMs }: PollBody): boolean => {
    const lastMs = polledMs.get(watch.watchId);
    if (lastMs === undefined || watch.state !== 'active' || atMs - lastMs >= LONGEST_WAIT_MS) {
      return true;
    }
    const eventMs = nextEventMs(lastMs - 1, watch.hashtag);
    return eventMs !== undefined && eventMs < atMs;
  };
  return async (event: SQSEvent) => {
    const Records = event.Records.filter(({ body }) => {
      const due = JSON.parse(body) as PollBody;
      const news = hasNews(due);
      if (news) polledMs.set(due.watch.watchId, due.atMs);
      return news;
    });
    return Records.length === 0 ? { batchItemFailures: [] } : handler({ Records });
  };
}
