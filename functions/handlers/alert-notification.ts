import * as z from 'zod';
import type { AlertMessage } from '../model/alert.ts';
import type { SurgeMessage } from '../model/surge.ts';

const Alert = z.object({
  alertId: z.string().min(1),
  level: z.enum(['suspicious', 'coordinated']),
  source: z.string(),
  hashtag: z.string(),
  display: z.string().optional(),
  burstId: z.string(),
  raisedMs: z.number(),
  startMs: z.number(),
  /** Alerts that were under way during a deployment do not say; nor the share and the surge. */
  reached: z.string().nullable().default(null),
  strength: z.number(),
  share: z.string().nullable().default(null),
  surge: z.string().nullable().default(null),
  posts: z.number(),
  accounts: z.number(),
  sample: z.string().optional(),
  volume: z.array(z.number().nullable()),
  bucketMinutes: z.number(),
  expected: z.number(),
  reasons: z.array(z.string()),
  alternative: z.string(),
  events: z.array(z.string()).optional(),
  openly: z.boolean().optional(),
  link: z.string(),
  thresholds: z.string(),
}) satisfies z.ZodType<AlertMessage>;

const Surge = z.object({
  alertId: z.string().min(1),
  level: z.literal('surge'),
  source: z.string(),
  raisedMs: z.number(),
  startMs: z.number(),
  headline: z.string(),
  hashtags: z.array(z.string()),
  meaning: z.array(z.string()),
  link: z.string(),
}) satisfies z.ZodType<SurgeMessage>;

const AlertJson = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('must be JSON');
      return z.NEVER;
    }
  })
  .pipe(z.discriminatedUnion('level', [Alert, Surge]));

/** A notification as SNS puts it into a queue; the alert as data travels in an attribute. */
export const AlertNotification = z.object({
  Subject: z.string(),
  Message: z.string(),
  MessageAttributes: z.object({ alert: z.object({ Value: AlertJson }) }),
});

export type AlertNotification = z.infer<typeof AlertNotification>;
