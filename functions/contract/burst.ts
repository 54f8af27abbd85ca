import * as z from 'zod';
import { OccasionView } from './event.ts';
import { Next, pageFields } from './page.ts';
import { ShadowView } from './shadow.ts';
import { Level, VerdictBrief, VerdictView } from './verdict.ts';
import { Display, Instant, SourceName } from './words.ts';

/** Counts of consecutive buckets; null where a bucket was missed, which is not zero. */
export const VolumeView = z
  .object({
    startMs: z.int().meta({ description: 'Start of the first bucket, epoch milliseconds' }),
    bucketMinutes: z.int(),
    posts: z.array(z.number().nullable()),
    expected: z.array(z.number().nullable()),
  })
  .meta({ id: 'Volume' });
export type VolumeView = z.infer<typeof VolumeView>;

/** A burst as a list shows it. */
export const BurstBrief = z
  .object({
    burstId: z.string(),
    watchId: z.string(),
    source: SourceName,
    place: z.string().nullable(),
    hashtag: z.string(),
    display: Display,
    start: Instant,
    end: Instant.nullable().meta({ description: 'null while it lasts' }),
    severity: z.enum(['notice', 'alert']),
    young: z.boolean().meta({ description: 'The watch had little past when it opened' }),
    expected: z.number().meta({ description: 'Posts a bucket that its past led one to expect' }),
    peakPosts: z.number().meta({ description: 'Highest bucket' }),
    bucketMinutes: z.int(),
    verdict: VerdictBrief.nullable().meta({ description: 'null before the first judgement' }),
    firstSuspicious: Instant.nullable(),
    firstCoordinated: Instant.nullable(),
    shadow: ShadowView.nullable().meta({
      description: 'null where no candidate version judged it',
    }),
    surge: z
      .object({
        rose: z.int().meta({ description: 'Hashtags that rose with it, itself among them' }),
        watched: z.int().meta({ description: 'Hashtags of the source that could have' }),
      })
      .nullable()
      .meta({ description: 'The source surged; null where it did not, or is not known yet' }),
    volume: VolumeView.nullable(),
  })
  .meta({ id: 'BurstBrief' });
export type BurstBrief = z.infer<typeof BurstBrief>;

export const BurstPageView = z
  .object({ bursts: z.array(BurstBrief), next: Next })
  .meta({ id: 'BurstPage' });
export type BurstPageView = z.infer<typeof BurstPageView>;

/** One burst with its evidence. */
export const BurstView = BurstBrief.extend({
  verdict: VerdictView.nullable(),
  assessedUntil: Instant.nullable(),
  sample: z
    .object({
      kept: z.int().meta({ description: 'Posts that were kept to be judged' }),
      counted: z
        .number()
        .meta({ description: 'Posts that the source counted meanwhile, at least `kept`' }),
    })
    .nullable()
    .meta({ description: 'null before the first judgement' }),
  occasion: OccasionView,
  alert: z
    .object({
      level: z.enum(['suspicious', 'coordinated']),
      state: z.enum(['pending', 'sent']),
      raised: Instant,
      sent: Instant.nullable(),
    })
    .nullable(),
}).meta({ id: 'Burst' });
export type BurstView = z.infer<typeof BurstView>;

export const BurstsQuery = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  level: Level.optional(),
  source: SourceName.optional(),
  differs: z
    .literal('true')
    .optional()
    .meta({ description: 'Only bursts of which the candidate version says another level' }),
  q: z.string().min(1).max(200).optional().meta({ description: 'Part of the hashtag' }),
  ...pageFields(200, 50),
});
