import { setTimeout as sleep } from 'node:timers/promises';
import { millisecondsInMinute } from 'date-fns/constants';

/** Fires the schedule at each full minute until stopped. A minute that is still at work is not waited for twice. */
export async function runLive(
  tick: (atMs: number) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const nowMs = Date.now();
    const atMs = Math.floor(nowMs / millisecondsInMinute) * millisecondsInMinute;
    await tick(atMs);
    const waitMs = atMs + millisecondsInMinute - Date.now();
    if (waitMs > 0) {
      await sleep(waitMs, undefined, { signal }).catch((error: Error) => {
        if (error.name !== 'AbortError') throw error;
      });
    }
  }
}
