import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { type LatelyUsed, latelyUsed } from '../lately-used.ts';
import type { NetClient } from '../net/net-client.ts';
import { parseJson } from '../net/parse-json.ts';

/** Of `/{did}/log/audit`: every operation on an account, the first of them its making. */
const AuditLog = z.array(z.object({ createdAt: z.iso.datetime({ offset: true }) })).min(1);

/** Accounts whose date a process remembers: their dates never change. */
const MOST_REMEMBERED = 20_000;

/** Questions under way at once. */
const AT_ONCE = 6;

export type AuthorDates = {
  /**
   * When these accounts were made, epoch milliseconds, by DID. Those that are not there: accounts
   * outside the directory (did:web), and what was not asked or not answered now.
   */
  of(dids: Iterable<string>, nowMs: number): Promise<ReadonlyMap<string, number>>;
};

/**
 * Asks the directory of accounts, which keeps the time of its own clock. Profiles say a date too, but
 * only the one that the account declares.
 *
 * @param most accounts looked up for one question
 */
export function authorDates(directory: NetClient, most: number): AuthorDates {
  const remembered = latelyUsed<string, number>(MOST_REMEMBERED);
  return {
    async of(dids, nowMs) {
      const wanted = [...new Set(dids)];
      // DIDs are hashes: the first in their order are a sample without a bias, the same in each poll.
      const unknown = wanted
        .filter((did) => isListed(did) && remembered.get(did) === undefined)
        .sort();
      await lookUp(unknown.slice(0, most), remembered, directory, nowMs);
      const known = wanted.flatMap((did) => {
        const ms = remembered.get(did);
        return ms === undefined ? [] : [[did, ms] as const];
      });
      return new Map(known);
    },
  };
}

/** Until the directory does not answer now: what is not known is left null, and the posts are read. */
async function lookUp(
  dids: readonly string[],
  remembered: LatelyUsed<string, number>,
  directory: NetClient,
  nowMs: number,
): Promise<void> {
  const queue = dids.values();
  let answering = true;
  async function work(): Promise<void> {
    for (const did of queue) {
      if (!answering) return;
      const ms = await madeMs(did, directory, nowMs).catch(unanswered);
      answering &&= ms !== null;
      if (ms != null) remembered.set(did, ms);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function unanswered(error: unknown): null {
  if (error instanceof SourceError) return null;
  throw error;
}

/** Undefined where the directory does not say. */
async function madeMs(
  did: string,
  directory: NetClient,
  nowMs: number,
): Promise<number | undefined> {
  const answer = await directory.ask(`/${encodeURIComponent(did)}/log/audit`, nowMs);
  if (answer.status !== 200) return undefined;
  const log = AuditLog.safeParse(parseJson(directory, answer)).data ?? [];
  const times = log.map(({ createdAt }) => Date.parse(createdAt));
  return times.length === 0 ? undefined : Math.min(...times);
}

function isListed(did: string): boolean {
  return did.startsWith('did:plc:');
}
