import * as z from 'zod';
import type { Burst, Sample } from '../../model/burst.ts';
import type { Company } from '../../model/company.ts';
import type { RoseTogether } from '../../model/surge.ts';
import { SOURCES } from '../../model/watch.ts';
import { finiteJson } from '../stored/finite-json.ts';
import { readStored } from './read-stored.ts';
import { decodeSketch, encodeSketch } from './sketch-codec.ts';
import { ShadowVerdictSchema, VerdictSchema } from './verdict-schema.ts';

/** Partition of the index `started`. */
export const ANY_BURST = 'burst';

/** Partition of the index `pending`. */
export const PENDING_ALERT = 'alert';

const AlertSchema = z.object({
  alertId: z.string().min(1),
  level: z.enum(['suspicious', 'coordinated']),
  state: z.enum(['pending', 'sent']),
  raisedMs: z.int(),
  sentMs: z.int().nullable(),
});

export const CompanySchema = z.object({
  posts: z.int().nonnegative(),
  counts: z.record(z.string(), z.int().positive()),
}) satisfies z.ZodType<Company>;

const SampleSchema = z.object({
  kept: z.int().nonnegative(),
  counted: z.number().nonnegative(),
}) satisfies z.ZodType<Sample>;

const SurgeSchema = z.object({
  rose: z.int().positive(),
  watched: z.int().positive(),
}) satisfies z.ZodType<RoseTogether>;

/** How far the posts of a burst, or of one that is suspected, were read. */
export const KEPT_POSTS = {
  keptFromMs: z.int(),
  postsUntilMs: z.int(),
  lookedMs: z.int(),
  unread: z.array(z.object({ fromMs: z.int(), toMs: z.int() })),
};

/** What bursts of an earlier release lack is null; `whole` adds what they did without saying so. */
const BurstBody = z.object({
  burstId: z.string().min(1),
  watchId: z.string().min(1),
  source: z.enum(SOURCES),
  place: z.string().nullable(),
  hashtag: z.string().min(1),
  display: z.string().min(1).optional(),
  startMs: z.int(),
  endMs: z.int().nullable(),
  severity: z.enum(['notice', 'alert']),
  score: z.number(),
  young: z.boolean(),
  youth: z.object({ learned: z.number(), needed: z.number() }).optional(),
  expected: z.number(),
  peakPosts: z.number(),
  bucketMinutes: z.number(),
  ...KEPT_POSTS,
  counted: z.object({
    fromMs: z.int(),
    untilMs: z.int(),
    posts: z.number(),
    missed: z.literal(true).optional(),
  }),
  sample: SampleSchema.nullable().default(null),
  changedMs: z.int(),
  assessedUntilMs: z.int(),
  verdict: VerdictSchema.nullable(),
  firstSuspiciousMs: z.int().nullable(),
  firstCoordinatedMs: z.int().nullable(),
  shadow: ShadowVerdictSchema.nullable().default(null),
  company: CompanySchema.nullable().default(null),
  surge: SurgeSchema.nullable().default(null),
  waitsMs: z.int().nullable().default(null),
  alert: AlertSchema.nullable(),
  version: z.int().positive(),
}) satisfies z.ZodType<Omit<Burst, 'sketch'>>;

const BurstItem = z.object({
  burst: z.string().transform((json) => BurstBody.parse(whole(JSON.parse(json)))),
  sketch: z.instanceof(Uint8Array).transform(decodeSketch).nullable().default(null),
});

function whole(body: Partial<Burst>): Partial<Burst> {
  const { startMs = 0, changedMs = 0 } = body;
  const counted = { fromMs: startMs, untilMs: startMs, posts: 0 };
  return { keptFromMs: startMs, lookedMs: changedMs, unread: [], counted, ...body };
}

/**
 * A burst as an item. Its body is JSON, since a number of DynamoDB has neither the range nor the
 * exactness of ours; beside it stands only what keys, indexes and conditions need.
 */
export function burstItem({ sketch, ...body }: Burst) {
  const { watchId, startMs, version, alert } = body;
  return {
    watchId,
    startMs,
    version,
    kind: ANY_BURST,
    burst: finiteJson(body),
    ...(sketch !== null && { sketch: encodeSketch(sketch) }),
    ...(alert?.state === 'pending' && { pending: PENDING_ALERT, raisedMs: alert.raisedMs }),
  };
}

export function readBurstItem(item: unknown): Burst {
  const { burst, sketch } = readStored(BurstItem, item, 'burst item');
  return { ...burst, sketch };
}
