import { secondsInDay } from 'date-fns/constants';
import * as z from 'zod';
import { StoredItemError } from '../../model/errors.ts';
import type { Allowance, AllowanceWindow, Breaker, LedgerEntry } from '../../ports/ledger.ts';

/** What nobody touched for so long is forgotten. */
const KEPT_SECONDS = 30 * secondsInDay;

const Window = z.object({
  openedMs: z.number(),
  endsMs: z.number(),
  windowMs: z.number(),
  limit: z.number(),
  aligned: z.boolean(),
}) satisfies z.ZodType<AllowanceWindow>;

const BreakerMap = z.object({
  failures: z.int().positive(),
  sinceMs: z.number(),
  untilMs: z.number(),
}) satisfies z.ZodType<Breaker>;

/** A key that no watch can have: ledgers share the table of the bursts. */
export function ledgerKey(credential: string) {
  return { watchId: `credential#${credential}`, startMs: 0 };
}

/** An allowance is a map and two numbers beside it, which are drawn from without reading; a breaker is a map. */
export const ledgerAttribute = {
  window: (allowance: string) => `window#${allowance}`,
  left: (allowance: string) => `left#${allowance}`,
  late: (allowance: string) => `late#${allowance}`,
  breaker: (host: string) => `breaker#${host}`,
};

/** @param atMs the last time of which what is kept speaks */
export function ledgerTtl(atMs: number): number {
  return Math.floor(atMs / 1000) + KEPT_SECONDS;
}

/** @throws {StoredItemError} */
export function readLedgerItem(item: Readonly<Record<string, unknown>>): LedgerEntry {
  try {
    const breakers = named(item, 'breaker#', (_, value) => BreakerMap.parse(value));
    const allowances = named(item, 'window#', (name, value) => allowanceOf(item, name, value));
    return { allowances, breakers };
  } catch (cause) {
    throw new StoredItemError('ledger item is malformed', { cause });
  }
}

function allowanceOf(
  item: Readonly<Record<string, unknown>>,
  name: string,
  window: unknown,
): Allowance {
  return {
    window: Window.parse(window),
    left: z.number().parse(item[ledgerAttribute.left(name)]),
    late: z.number().parse(item[ledgerAttribute.late(name)]),
  };
}

function named<T>(
  item: Readonly<Record<string, unknown>>,
  prefix: string,
  read: (name: string, value: unknown) => T,
): Record<string, T> {
  const found = Object.entries(item).filter(([attribute]) => attribute.startsWith(prefix));
  return Object.fromEntries(
    found.map(([attribute, value]) => {
      const name = attribute.slice(prefix.length);
      return [name, read(name, value)];
    }),
  );
}
