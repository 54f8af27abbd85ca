import { slotsDue } from '../model/watch.ts';
import type { PollDue } from '../ports/messages.ts';
import type { Queue } from '../ports/queue.ts';
import type { WatchStore } from '../ports/watch-store.ts';

export type DispatchPorts = {
  readonly watches: Pick<WatchStore, 'due'>;
  readonly polls: Queue<PollDue>;
};

/**
 * Hands every watch that is due in the minute of `atMs` to the poll step. Writes nothing: a lost
 * queue costs a minute, for the next slot finds the same watches again.
 *
 * @returns the number of watches that were due
 */
export async function dispatch(atMs: number, ports: DispatchPorts): Promise<number> {
  const found = await Promise.all(slotsDue(atMs).map((slot) => ports.watches.due(slot)));
  const watches = new Map(found.flat().map((watch) => [watch.watchId, watch]));
  await ports.polls.send([...watches.values()].map((watch) => ({ watch, atMs })));
  return watches.size;
}
