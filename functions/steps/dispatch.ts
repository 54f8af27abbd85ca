import { type SourceName, slotsDue, type Watch } from '../model/watch.ts';
import type { PollDue } from '../ports/messages.ts';
import type { Queue } from '../ports/queue.ts';
import type { WatchStore } from '../ports/watch-store.ts';

export type DispatchPorts = {
  readonly watches: Pick<WatchStore, 'due'>;
  readonly polls: Queue<PollDue>;
};

export type DispatchSettings = {
  /** Sources that answer for a time only so long after it, whole seconds in milliseconds. */
  readonly delayMsOf: ReadonlyMap<SourceName, number>;
  /** From the first look of a minute to the second, whole seconds in milliseconds. */
  readonly secondLookMs: number;
  /** Sources at which a look costs nothing. */
  readonly secondLookOf: ReadonlySet<SourceName>;
};

/**
 * Hands every watch that is due in the minute of `atMs` to the poll step. Writes nothing: a lost
 * queue costs a minute, for the next slot finds the same watches again.
 *
 * A burst that is open or suspected is looked at once more within the minute, where that costs nothing.
 *
 * @returns the number of watches that were due
 */
export async function dispatch(
  atMs: number,
  ports: DispatchPorts,
  settings: DispatchSettings,
): Promise<number> {
  const found = await Promise.all(slotsDue(atMs).map((slot) => ports.watches.due(slot)));
  const watches = new Map(found.flat().map((watch) => [watch.watchId, watch]));
  const { secondLookMs, delayMsOf } = settings;
  const due = [...watches.values()].map((watch) => ({ watch, atMs }));
  await ports.polls.send(due.filter(({ watch }) => !delayMsOf.has(watch.source)));
  for (const [source, delayMs] of delayMsOf) {
    const late = due.filter(({ watch }) => watch.source === source);
    const messages = late.map(({ watch }) => ({ watch, atMs: atMs + delayMs }));
    if (late.length > 0) await ports.polls.send(messages, delayMs / 1000);
  }
  const again = due.filter(({ watch }) => isLookedAtTwice(watch, settings));
  if (again.length > 0) {
    const looks = again.map(
      ({ watch }) => ({ watch, atMs: atMs + secondLookMs, again: true }) as const,
    );
    await ports.polls.send(looks, secondLookMs / 1000);
  }
  return watches.size;
}

function isLookedAtTwice({ state, source }: Watch, { secondLookOf }: DispatchSettings): boolean {
  return (state === 'bursting' || state === 'suspected') && secondLookOf.has(source);
}
