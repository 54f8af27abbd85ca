import * as z from 'zod';

/** What EventBridge Scheduler is told to send: its own scheduled time. */
const Tick = z.object({ time: z.iso.datetime({ offset: true }) });

/** Does the work of one tick of the schedule, at the time that the tick carries. */
export function scheduled<Result>(work: (atMs: number) => Promise<Result>) {
  return async (event: unknown): Promise<Result> => work(Date.parse(Tick.parse(event).time));
}
