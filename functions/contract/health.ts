import * as z from 'zod';
import { Instant, SourceName } from './words.ts';

/** Whether the monitor can answer, and its clock: in a replay it is not the reader's. */
export const HealthView = z
  .object({
    state: z.literal('ok'),
    time: Instant,
    thresholds: z.string(),
    sources: z.array(SourceName),
  })
  .meta({ id: 'Health' });
export type HealthView = z.infer<typeof HealthView>;
