import * as z from 'zod';
import type { Baseline, VolumeChunk } from '../../model/baseline.ts';
import type { FoundBurst } from '../../model/found-burst.ts';
import { CompanySchema, KEPT_POSTS } from './burst-item.ts';
import { decodeDetector, encodeDetector } from './detector-codec.ts';
import { readStored } from './read-stored.ts';
import { decodeVolume, encodeVolume } from './volume-codec.ts';

/** Sort key of what a poll writes; see `volumePart` for the rest. */
export const STATE_PART = 'state';

/** After this no ISO time sorts as its time does. */
const LAST_MS = Date.UTC(9999, 11, 31);

const Bytes = z.instanceof(Uint8Array);

const FoundBurstItem = z.object({
  startMs: z.int(),
  endMs: z.int().nullable(),
  severity: z.enum(['notice', 'alert']),
  score: z.number(),
  young: z.boolean(),
  youth: z.object({ learned: z.number(), needed: z.number() }).optional(),
  expected: z.number(),
  peakPosts: z.number(),
  uncountedFromMs: z.int().optional(),
}) satisfies z.ZodType<FoundBurst>;

const BaselineItem = z.object({
  watchId: z.string().min(1),
  detector: Bytes.transform(decodeDetector),
  learnedUntilMs: z.int(),
  openBurstMs: z.int().nullable().default(null),
  suspected: z
    .object({ ...KEPT_POSTS, posts: z.number(), company: CompanySchema.nullable() })
    .optional(),
  past: z
    .object({
      fromMs: z.int(),
      untilMs: z.int(),
      counted: z.int().nonnegative(),
      judgedFromMs: z.int().optional(),
      burst: FoundBurstItem.optional(),
    })
    .optional(),
  authorsUntilMs: z.int().optional(),
  volume: Bytes.transform(decodeVolume).nullable().default(null),
  version: z.int().positive(),
}) satisfies z.ZodType<Baseline>;

const VolumeItem = z.object({ volume: Bytes.transform(decodeVolume) });

/** The state of a watch in one item, kept under 1 KB (one write unit) unless a burst is suspected. */
export function baselineItem({
  watchId,
  detector,
  volume,
  openBurstMs,
  suspected,
  past,
  ...rest
}: Baseline) {
  return {
    ...rest,
    ...(suspected !== undefined && { suspected }),
    ...(past !== undefined && { past }),
    watchId,
    part: STATE_PART,
    detector: encodeDetector(detector),
    ...(openBurstMs !== null && { openBurstMs }),
    ...(volume !== null && { volume: encodeVolume(volume) }),
  };
}

export function readBaselineItem(item: unknown): Baseline {
  return readStored(BaselineItem, item, 'baseline item');
}

export function volumeItem(watchId: string, chunk: VolumeChunk) {
  return { watchId, part: volumePart(chunk.startMs), volume: encodeVolume(chunk) };
}

export function readVolumeItem(item: unknown): VolumeChunk {
  return readStored(VolumeItem, item, 'volume item').volume;
}

/** Sort key of the completed chunk that starts then: sorts as time does. */
export function volumePart(startMs: number): string {
  return `volume#${new Date(Math.min(Math.max(startMs, 0), LAST_MS)).toISOString()}`;
}
