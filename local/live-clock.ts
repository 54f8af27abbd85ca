import { setTimeout as sleep } from 'node:timers/promises';

const MINUTE_MS = 60_000;

/** Fires the schedule at each full minute until stopped. A minute that is still at work is not waited for twice. */
export async function runLive(
  tick: (atMs: number) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const nowMs = Date.now();
    const atMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
    await tick(atMs);
    const waitMs = atMs + MINUTE_MS - Date.now();
    if (waitMs > 0) {
      await sleep(waitMs, undefined, { signal }).catch((error: Error) => {
        if (error.name !== 'AbortError') throw error;
      });
    }
  }
}
