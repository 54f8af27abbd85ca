import type { SourceError } from '../model/errors.ts';
import type { Watch, WatchHealth } from '../model/watch.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { amendWatch } from './amend-watch.ts';

/** Whatever a source says: an hour later it is asked again. */
const LONGEST_WAIT_MS = 3_600_000;

type Watches = Pick<WatchStore, 'get' | 'save'>;

/** When a stale watch may be asked again, epoch milliseconds; undefined if it may be asked now. */
export function waitsUntilMs({ health }: Watch, atMs: number): number | undefined {
  if (health.state === 'ok' || health.retryAtMs === undefined) return undefined;
  return health.retryAtMs > atMs ? health.retryAtMs : undefined;
}

export async function noteAnswer(watch: Watch, watches: Watches): Promise<void> {
  await amendWatch(watches, watch, (now) =>
    now.health.state === 'ok' ? now : { ...now, health: { state: 'ok' } },
  );
}

/** Keeps the reason of the first failure in a row; the newest where it says when to ask again. */
export async function noteFailure(
  watch: Watch,
  error: SourceError,
  atMs: number,
  watches: Watches,
): Promise<void> {
  await amendWatch(watches, watch, (now) => {
    const health = failed(now.health, error, atMs);
    return health === now.health ? now : { ...now, health };
  });
}

function failed(before: WatchHealth, { message, retryAtMs = 0 }: SourceError, atMs: number) {
  const retry =
    retryAtMs > atMs ? { retryAtMs: Math.min(retryAtMs, atMs + LONGEST_WAIT_MS) } : undefined;
  if (before.state === 'ok') {
    return { state: 'stale', reason: message, sinceMs: atMs, ...retry } as const;
  }
  if (before.retryAtMs === retry?.retryAtMs) return before;
  const { reason, sinceMs } = before;
  return { state: 'stale', reason: retry ? message : reason, sinceMs, ...retry } as const;
}
