import * as z from 'zod';
import { INTERVAL_MINUTES, SOURCES } from '../model/watch.ts';

/** Instants travel as ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ example: '2026-11-21T18:05:00.000Z' });

export const SourceName = z.enum(SOURCES).meta({ id: 'SourceName' });
export type SourceName = z.infer<typeof SourceName>;

export const Interval = z.literal(INTERVAL_MINUTES).meta({ description: 'Minutes between polls' });

/** A hashtag for the eye, in the spelling that was typed. */
export const Display = z
  .string()
  .optional()
  .meta({ description: 'As it was written, without #; absent where `hashtag` says as much' });

/** A cursor is what a page gave as `next`; it means nothing to anybody else. */
export const Cursor = z.string().min(1).max(1000);
