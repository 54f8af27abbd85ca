import * as z from 'zod';
import { FAMILIES } from '../model/verdict.ts';
import { Level } from './verdict.ts';
import { Instant } from './words.ts';

/** What a candidate version of the thresholds says of a burst. It raises no alert. */
export const ShadowView = z
  .object({
    thresholds: z.string().meta({ description: 'Version of the thresholds' }),
    level: Level.meta({ description: 'The gravest so far' }),
    strength: z.number().min(0).max(1),
    standing: z.array(z.enum(FAMILIES)),
    firstSuspicious: Instant.nullable(),
    firstCoordinated: Instant.nullable(),
    differs: z.boolean().meta({ description: 'Whether its level is not that of the verdict' }),
  })
  .meta({ id: 'Shadow' });
export type ShadowView = z.infer<typeof ShadowView>;

const Example = z.object({ burstId: z.string(), hashtag: z.string() });

const Cell = z.object({
  live: Level,
  shadow: Level,
  bursts: z.int(),
  examples: z.array(Example).meta({ description: 'The newest of them' }),
});

/** Bursts of a period by what both versions say of them. */
export const ShadowPeriodView = z
  .object({
    from: Instant,
    to: Instant,
    complete: z.boolean().meta({ description: 'false where the period holds too many bursts' }),
    comparisons: z.array(
      z.object({
        live: z.string().meta({ description: 'Version that speaks' }),
        shadow: z.string().meta({ description: 'Version beside it' }),
        bursts: z.int(),
        differing: z.int(),
        cells: z.array(Cell).meta({ description: 'Gravest first; empty ones are left out' }),
      }),
    ),
  })
  .meta({ id: 'ShadowPeriod' });
export type ShadowPeriodView = z.infer<typeof ShadowPeriodView>;

export const ShadowQuery = z.strictObject({ from: Instant.optional(), to: Instant.optional() });
