import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { millisecondsInHour } from 'date-fns/constants';
import { lastBucketEndMs, type Watch } from '../functions/model/watch.ts';
import type { BatchHandler } from './pump.ts';

/** A watch that had nothing to see is polled again after this at the latest, well within what the replay remembers. */
const LONGEST_WAIT_MS = 12 * millisecondsInHour;

type PollBody = {
  readonly watch: Pick<Watch, 'watchId' | 'hashtag' | 'state' | 'intervalMinutes' | 'phaseMinutes'>;
  readonly atMs: number;
};

/**
 * Keeps from the poll function what could not change anything: polls of quiet replay watches whose
 * files hold neither a new post nor a deletion since the last bucket that was read. The step itself
 * would find only empty buckets and leave them for later.
 *
 * @param onBursting called for each poll of a watch in a burst, or suspected of one
 */
export function onlyWithNews(
  handler: BatchHandler,
  nextEventMs: (afterMs: number, hashtag: string) => number | undefined,
  onBursting: () => void,
): BatchHandler {
  /** Up to where each watch's buckets were read by a poll that succeeded. */
  const readMs = new Map<string, number>();
  const hasNews = ({ body }: SQSRecord): boolean => {
    const { watch, atMs } = JSON.parse(body) as PollBody;
    if (watch.state === 'bursting' || watch.state === 'suspected') onBursting();
    const lastMs = readMs.get(watch.watchId);
    if (lastMs === undefined || watch.state !== 'active' || atMs - lastMs >= LONGEST_WAIT_MS) {
      return true;
    }
    const eventMs = nextEventMs(lastMs - 1, watch.hashtag);
    return eventMs !== undefined && eventMs < atMs;
  };
  return async (event: SQSEvent) => {
    const Records = event.Records.filter(hasNews);
    if (Records.length === 0) return { batchItemFailures: [] };
    const answer = (await handler({ Records })) as SQSBatchResponse | undefined;
    const failed = new Set(answer?.batchItemFailures.map((one) => one.itemIdentifier));
    for (const { body, messageId } of Records) {
      const { watch, atMs } = JSON.parse(body) as PollBody;
      if (!failed.has(messageId)) readMs.set(watch.watchId, lastBucketEndMs(watch, atMs));
    }
    return answer;
  };
}
