import * as z from 'zod';
import { type Evidence, SIGNALS } from '../../model/evidence.ts';
import { FAMILIES, type ShadowVerdict, VERDICT_LEVELS, type Verdict } from '../../model/verdict.ts';

const EvidenceSchema = z.discriminatedUnion('state', [
  z.object({
    signal: z.enum(SIGNALS),
    state: z.literal('measured'),
    score: z.number(),
    effect: z.number(),
    accounts: z.number(),
    detail: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
  z.object({
    signal: z.enum(SIGNALS),
    state: z.literal('unmeasured'),
    reason: z.string(),
    later: z.string().optional(),
  }),
]) satisfies z.ZodType<Evidence>;

/** What a candidate version says, as it stands inside a burst. */
export const ShadowVerdictSchema = z.object({
  thresholds: z.string(),
  level: z.enum(VERDICT_LEVELS),
  strength: z.number(),
  standing: z.array(z.enum(FAMILIES)),
  firstSuspiciousMs: z.int().nullable(),
  firstCoordinatedMs: z.int().nullable(),
}) satisfies z.ZodType<ShadowVerdict>;

/** A verdict as it stands inside a burst or a check. */
export const VerdictSchema = z.object({
  level: z.enum(VERDICT_LEVELS),
  strength: z.number(),
  standing: z.array(z.enum(FAMILIES)),
  evidence: z.array(EvidenceSchema),
  /** Verdicts of an earlier release do not say. */
  citing: z.array(z.enum(SIGNALS)).default([]),
  share: z.object({ low: z.number(), likely: z.number(), high: z.number() }).nullish(),
  undecidedBecause: z.string().nullable(),
  thresholds: z.string(),
  posts: z.int(),
  accounts: z.int(),
  startMs: z.number(),
  endMs: z.number(),
}) satisfies z.ZodType<Verdict>;
