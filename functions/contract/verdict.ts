import * as z from 'zod';
import { SIGNALS } from '../model/evidence.ts';
import { FAMILIES, VERDICT_LEVELS } from '../model/verdict.ts';
import { Instant } from './words.ts';

export const Level = z.enum(VERDICT_LEVELS).meta({
  id: 'VerdictLevel',
  description: 'undecided means that we could not have seen; it is not organic',
});
export type Level = z.infer<typeof Level>;

const Measured = z.object({
  signal: z.enum(SIGNALS),
  state: z.literal('measured'),
  score: z.number().meta({ description: 'How surprising were it organic: -log10 p' }),
  effect: z.number().meta({ description: 'How large, in the unit of the signal' }),
  accounts: z.number().meta({ description: 'Accounts that carry it' }),
  detail: z.record(z.string(), z.union([z.number(), z.string()])),
  sentence: z.string().nullable().meta({
    description: 'What it found, in words; null where it does not stand',
  }),
});

const Unmeasured = z.object({
  signal: z.enum(SIGNALS),
  state: z.literal('unmeasured'),
  reason: z.string(),
  later: z.string().optional().meta({ description: 'What time alone will tell, in words' }),
});

/** What one signal found, or why it could not look. */
export const EvidenceView = z
  .discriminatedUnion('state', [Measured, Unmeasured])
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof EvidenceView>;

/** A verdict as a list shows it. */
export const VerdictBrief = z
  .object({
    level: Level,
    strength: z.number().min(0).max(1).meta({ description: 'For ranking; not a probability' }),
    headline: z.string(),
    reasons: z.array(z.string()).meta({ description: 'Strongest first' }),
    posts: z.int(),
    accounts: z.int(),
  })
  .meta({ id: 'VerdictBrief' });
export type VerdictBrief = z.infer<typeof VerdictBrief>;

/** A judgement with its defence. It speaks of coordination, never of payment. */
export const VerdictView = VerdictBrief.extend({
  standing: z.array(z.enum(FAMILIES)).meta({ description: 'Families of evidence that stand' }),
  evidence: z.array(EvidenceView),
  citing: z.array(z.enum(SIGNALS)).meta({
    description: 'Signals that the level rests on: leaving out any other changes nothing',
  }),
  share: z.object({ low: z.number(), likely: z.number(), high: z.number() }).nullable().meta({
    description:
      'How large the coordinated part is: shares of posts, ends of a 90 % interval; null where nothing that stands tells it',
  }),
  alternative: z.string().meta({ description: 'The innocent reading, and what would decide it' }),
  undecidedBecause: z.string().nullable(),
  thresholds: z.string().meta({ description: 'Version of the thresholds' }),
  start: Instant.meta({ description: 'First post judged' }),
  end: Instant.meta({ description: 'Last post judged' }),
}).meta({ id: 'Verdict' });
export type VerdictView = z.infer<typeof VerdictView>;
