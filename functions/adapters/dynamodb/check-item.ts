import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import type { Check } from '../../model/check.ts';
import { SOURCES } from '../../model/watch.ts';
import { finiteJson } from '../stored/finite-json.ts';
import { readStored } from './read-stored.ts';
import { VerdictSchema } from './verdict-schema.ts';

/** A check is kept so long. */
const KEPT_SECONDS = 30 * secondsInDay;

const CheckBody = z.object({
  checkId: z.string().min(1),
  createdMs: z.int(),
  source: z.enum(SOURCES).nullable(),
  place: z.string().nullable(),
  hashtag: z.string(),
  display: z.string().optional(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  postsRead: z.int(),
  failure: z.string().nullable(),
  verdict: VerdictSchema.nullable(),
  version: z.int().positive(),
}) satisfies z.ZodType<Check>;

const CheckItem = z.object({
  check: z.string().transform((json) => CheckBody.parse(JSON.parse(json))),
});

/** Checks share the table of the bursts: a name that no watch can have, and no index. */
export function checkKey(checkId: string) {
  return { watchId: `check#${checkId}`, startMs: 0 };
}

export function checkItem(check: Check) {
  return {
    ...checkKey(check.checkId),
    version: check.version,
    check: finiteJson(check),
    ttl: Math.floor(check.createdMs / 1000) + KEPT_SECONDS,
  };
}

export function readCheckItem(item: unknown): Check {
  return readStored(CheckItem, item, 'check item').check;
}
