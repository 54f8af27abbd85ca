import * as z from 'zod';
import { SourceName } from './words.ts';

const Milliseconds = z.int().min(0);
const Dollars = z.number().min(0);

/** A source as this deployment has it: sources differ in what they can tell, and what it costs. */
export const SourceView = z
  .object({
    name: SourceName,
    off: z
      .string()
      .nullable()
      .meta({ description: 'What is missing for it to be read; null where it is on' }),
    countMs: Milliseconds.meta({ description: 'Finest bucket that it counts' }),
    historyMs: Milliseconds.meta({ description: 'How far back it still counts' }),
    pastMs: Milliseconds.meta({ description: 'How far back a new watch is taught' }),
    deletions: z.enum(['looked-up', 'by-absence', 'unseen']),
    authorDates: z.enum(['exact', 'day', 'self-declared', 'unknown']),
    reposts: z.boolean(),
    trends: z.boolean().meta({ description: 'Whether its trend list can be followed' }),
    priceUsd: z
      .object({ countRequest: Dollars, post: Dollars, author: Dollars })
      .meta({ description: 'What its network charges; all 0 where it charges nothing' }),
  })
  .meta({ id: 'Source' });
export type SourceView = z.infer<typeof SourceView>;

export const SourceListView = z.object({ sources: z.array(SourceView) }).meta({ id: 'SourceList' });
export type SourceListView = z.infer<typeof SourceListView>;
