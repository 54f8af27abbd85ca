import { millisecondsInMinute } from 'date-fns/constants';
import type { Watch } from '../model/watch.ts';

const LATEST_MS = 2 * millisecondsInMinute;

/**
 * Whether a poll waited so long that what it sees now would be noted under a time long past.
 * It may be dropped: the watch has been due again since. A replay has its own time and is never late.
 */
export function isLatePoll(
  { watch, atMs }: { readonly watch: Pick<Watch, 'source'>; readonly atMs: number },
  nowMs = Date.now(),
): boolean {
  return watch.source !== 'replay' && nowMs - atMs > LATEST_MS;
}
