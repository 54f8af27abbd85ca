import { SourceError } from '../../model/errors.ts';

const MINUTE_MS = 60_000;

/** A partner that vouches for nothing newer than this is silent. */
const SILENT_MS = 15 * MINUTE_MS;

/**
 * @param untilMs until when the partner vouches for the hashtag; 0 for never
 * @throws {SourceError} if that is too long ago: what is not said is not zero
 */
export function demandSpeaking(
  partner: string,
  hashtag: string,
  untilMs: number,
  nowMs: number,
): void {
  if (nowMs - untilMs <= SILENT_MS) return;
  const since = untilMs === 0 ? 'yet' : `for any time after ${new Date(untilMs).toISOString()}`;
  throw new SourceError(`partner ${partner} has not vouched for #${hashtag} ${since}`, {
    retryable: true,
  });
}
